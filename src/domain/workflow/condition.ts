import { parseExpression } from 'feelin';

/** Longer conditions are not read: no rule of a procedure is so long, and reading takes time that grows with the text. */
const longestCondition = 2_000;

/**
 * Where an expression of FEEL cannot be read, as a position in it; null when it can. A test that begins with its sign, `= 1` or `> 1`,
 * stands behind `in` only: the parser takes it anywhere, so that `a == 1` would be read and never be true.
 */
export function unreadableFrom(expression: string): number | null {
  if (expression.length > longestCondition) return longestCondition;
  let wrong: number | null = null;
  let behindIn = 0;
  parseExpression(expression, {}, undefined).iterate({
    enter({ type, name, from }) {
      if (name === 'PositiveUnaryTest') behindIn++;
      const isStray = name === 'SimplePositiveUnaryTest' && behindIn === 0 && /[<>=!]/.test(expression.charAt(from));
      if ((type.isError || isStray) && wrong === null) wrong = from;
    },
    leave({ name }) {
      if (name === 'PositiveUnaryTest') behindIn--;
    },
  });
  return wrong;
}

/** What a file gives as a condition; other tools mark FEEL by a leading `=`. */
export function asCondition(written: string): string {
  return written.trim().replace(/^=(?!=)\s*/, '');
}

/** Something that a condition reads, and where its name stands in it. */
export type Reading = { readonly name: string; readonly from: number };

/**
 * What a condition reads of its context. A name with a dash or a space is one name only where it is among those known; what is tied by
 * dashes and not all known is told as one as well, as it was surely meant.
 *
 * @param known names that the context has
 */
export function readingsOf(expression: string, known: readonly string[]): readonly Reading[] {
  const found: Reading[] = [];
  const own = new Set<string>();
  const called = new Set<number>();
  parsed(expression, known).iterate({
    enter({ name, from, to }) {
      const text = expression.slice(from, to);
      if (name === 'Name' || name === 'ParameterName') own.add(text);
      if (name === 'FunctionInvocation') called.add(from);
      if (name === 'VariableName' && !called.has(from)) found.push({ name: text, from });
    },
  });
  const read = found.filter(({ name }) => !own.has(name));
  return tiedIn(expression, read).flatMap((tied) => (tied.every(({ name }) => known.includes(name)) ? tied : [asOne(expression, tied)]));
}

/** Names between which there is nothing but dashes, or numbers between dashes. */
function tiedIn(expression: string, readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const tied: Reading[][] = [];
  for (const reading of readings) {
    const last = tied.at(-1)?.at(-1);
    const between = last && expression.slice(last.from + last.name.length, reading.from);
    if (between && /^-(\d+-)*$/.test(between)) tied.at(-1)?.push(reading);
    else tied.push([reading]);
  }
  return tied;
}

function asOne(expression: string, tied: readonly Reading[]): Reading {
  const [from = 0, last] = [tied[0]?.from, tied.at(-1)];
  return { name: expression.slice(from, last && last.from + last.name.length), from };
}

/** A text that a condition compares something with that it reads: `=`, `!=` or `in`. */
export type Compared = { readonly name: string; readonly text: string; readonly from: number };

/** The texts that a condition compares with something of its context, whichever side they stand on; `from`: where a text stands. */
export function comparedIn(expression: string, known: readonly string[]): readonly Compared[] {
  const found: Compared[] = [];
  const said = ({ from, to }: Part) => expression.slice(from, to);
  parsed(expression, known).iterate({
    enter({ name, node }) {
      if (name !== 'Comparison') return;
      const sides = sidesOf(node, said);
      const names = sides.filter((side) => side.name === 'VariableName').map(said);
      const texts = sides.filter((side) => side.name === 'StringLiteral');
      for (const text of texts) for (const read of names) found.push({ name: read, text: textOf(said(text)), from: text.from });
    },
  });
  return found;
}

type Part = ReturnType<typeof parseExpression>['topNode'];

/** What may stand around a side of a comparison and changes nothing. */
const around = ['ParenthesizedExpression', 'List', 'PositiveUnaryTests', 'PositiveUnaryTest'];

/** What is compared for being equal; nothing where it is compared for being less or more. */
function sidesOf(comparison: Part, said: (part: Part) => string): readonly Part[] {
  const parts = childrenOf(comparison);
  if (parts.some((part) => part.name === 'between' || (part.name === 'CompareOp' && /[<>]/.test(said(part))))) return [];
  return parts.flatMap((part) => (around.includes(part.name) ? sidesOf(part, said) : [part]));
}

function childrenOf(whole: Part): readonly Part[] {
  const parts: Part[] = [];
  for (let part = whole.firstChild; part; part = part.nextSibling) parts.push(part);
  return parts;
}

/** A text without its quotes. */
function textOf(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
}

function parsed(expression: string, known: readonly string[]) {
  return parseExpression(expression, Object.fromEntries(known.map((name) => [name, ''])), undefined);
}
