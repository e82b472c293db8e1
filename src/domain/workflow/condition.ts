import { parseExpression } from 'feelin';

/** Longer conditions are not read: no rule of a procedure is so long, and reading takes time that grows with the text. */
const longestCondition = 2_000;

/** Where an expression of FEEL cannot be read, as a position in it; null when it can. */
export function unreadableFrom(expression: string): number | null {
  if (expression.length > longestCondition) return longestCondition;
  let wrong: number | null = null;
  parseExpression(expression, {}, undefined).iterate({
    enter({ type, from }) {
      if (type.isError && wrong === null) wrong = from;
    },
  });
  return wrong;
}

/** What a file gives as a condition; other tools mark FEEL by a leading `=`. */
export function asCondition(written: string): string {
  return written.trim().replace(/^=(?!=)\s*/, '');
}
