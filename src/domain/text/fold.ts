/** Marks of the five tones, apart from their letters. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const marks = /\p{M}/gu;

/**
 * Text as it is searched: without case, tone and letter marks, with one space for any white space and punctuation.
 *
 * A dot between figures stays, so that codes such as `1.000894` are found. Where the tone stands (hoà, hòa), how the letters
 * are composed and which of the look-alikes Đ, Ð, Ɖ was typed makes no difference.
 *
 * @example `Đăng  ký, KHAI SINH` and `dang ky khai sinh` are one
 */
export function fold(text: string): string {
  return spaced(plain(text));
}

/** One word of a text: without marks, with its own, and where it stands in the text. */
type Word = { readonly plain: string; readonly toned: string; readonly start: number; readonly end: number };

/** A text laid out for searching; make it once, use it often. */
export type Searchable = { readonly folded: string; readonly words: readonly Word[] };

export function searchable(text: string): Searchable {
  const words = [...text.matchAll(/(?:[\p{L}\p{N}\p{M}]|(?<=\p{N})\.(?=\p{N}))+/gu)].flatMap((found): Word[] => {
    const folded = fold(found[0]);
    return folded === '' ? [] : [{ plain: folded, toned: toned(found[0]), start: found.index, end: found.index + found[0].length }];
  });
  return { folded: words.map((word) => word.plain).join(' '), words };
}

/**
 * How well a name fits what was typed; the higher, the better, 0 not at all.
 *
 * The very name before one that begins so, one that holds the words side by side, in order, in any order; the last word
 * may be unfinished. Who types marks gets the names that carry them before all others; a word typed without marks fits any.
 */
export function matchRank(query: Searchable, name: Searchable): number {
  if (query.words.length === 0) return 0;
  const withMarks = closeness(query.words, name.words, fitsWithMarks);
  return withMarks > 0 ? withMarks + 5 : closeness(query.words, name.words, fitsPlain);
}

/** A stretch of a text, marked or not. */
export type Part = { readonly text: string; readonly marked: boolean };

/**
 * A name cut into what was searched for and what was not; joined, the parts are the name.
 *
 * Marks the words side by side where they stand so, else each in order, else each wherever it is; with the space between neighbours.
 */
export function markParts(text: string, query: string): readonly Part[] {
  const { words } = searchable(text);
  const hits = hitWords(searchable(query).words, words);

  const parts: Part[] = [];
  let position = 0;
  for (const [first, last] of runs(hits)) {
    const start = words[first]?.start ?? 0;
    const end = words[last]?.end ?? text.length;
    parts.push({ text: text.slice(position, start), marked: false }, { text: text.slice(start, end), marked: true });
    position = end;
  }
  parts.push({ text: text.slice(position), marked: false });
  return parts.filter((part) => part.text !== '');
}

/** Letters without case and marks. Case goes again after taking apart: some letters only then have one. */
function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(marks, '').replace(/[đðɖ]/gu, 'd');
}

function spaced(text: string): string {
  return text.replace(/(?:(?<!\p{N})\.|\.(?!\p{N})|[^\p{L}\p{N}.])+/gu, ' ').trim();
}

/** A word without case but with its marks, the tone behind the letters, so that its place does not count. */
function toned(word: string): string {
  const apart = word.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[ðɖ]/gu, 'đ');
  return apart.replace(tones, '') + (apart.match(tones) ?? []).join('');
}

type Fits = (typed: Word, word: Word, unfinished: boolean) => boolean;

function fitsPlain(typed: Word, word: Word, unfinished: boolean): boolean {
  return unfinished ? word.plain.startsWith(typed.plain) : word.plain === typed.plain;
}

/** Whether what was typed is this word, by its marks where it has any. @param unfinished whether its end may be missing */
export function fitsWithMarks(typed: Word, word: Word, unfinished = false): boolean {
  return typed.toned === typed.plain ? fitsPlain(typed, word, unfinished) : word.toned === typed.toned;
}

function closeness(typed: readonly Word[], words: readonly Word[], fits: Fits): number {
  const at = sideBySide(typed, words, fits);
  if (at === 0) return typed.length === words.length && typed.every((word, i) => fits(word, words[i] ?? word, false)) ? 5 : 4;
  if (at !== undefined) return 3;
  if (inOrder(typed, words, fits)) return 2;
  return anywhere(typed, words, fits).length === typed.length ? 1 : 0;
}

/** The first place where the words stand side by side. */
function sideBySide(typed: readonly Word[], words: readonly Word[], fits: Fits): number | undefined {
  const last = typed.length - 1;
  for (let start = 0; start + last < words.length; start++) {
    if (typed.every((word, i) => fits(word, words[start + i] ?? word, i === last))) return start;
  }
  return undefined;
}

/** For each word typed the next that fits, or `undefined` when one finds none. */
function inOrder(typed: readonly Word[], words: readonly Word[], fits: Fits): readonly number[] | undefined {
  const hits: number[] = [];
  for (const [i, word] of typed.entries()) {
    const from = (hits.at(-1) ?? -1) + 1;
    const hit = words.findIndex((candidate, at) => at >= from && fits(word, candidate, i === typed.length - 1));
    if (hit < 0) return undefined;
    hits.push(hit);
  }
  return hits;
}

/** For each word typed that fits somewhere, the first place. */
function anywhere(typed: readonly Word[], words: readonly Word[], fits: Fits): readonly number[] {
  return typed.map((word, i) => words.findIndex((candidate) => fits(word, candidate, i === typed.length - 1))).filter((hit) => hit >= 0);
}

function hitWords(typed: readonly Word[], words: readonly Word[]): readonly number[] {
  if (typed.length === 0) return [];
  const start = sideBySide(typed, words, fitsPlain);
  if (start !== undefined) return typed.map((_, i) => start + i);
  return inOrder(typed, words, fitsPlain) ?? [...new Set(anywhere(typed, words, fitsPlain))].sort((a, b) => a - b);
}

/** Neighbours joined: from the first to the last word of each run. */
function runs(hits: readonly number[]): (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  for (const hit of hits) {
    const run = found.at(-1);
    if (run && hit === run[1] + 1) run[1] = hit;
    else found.push([hit, hit]);
  }
  return found;
}
