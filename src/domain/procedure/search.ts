import type { Level } from '#domain/agency/agency.ts';
import { fold } from '#domain/text/fold.ts';
import { meantBy } from './everyday.ts';
import type { Interlink, ProcedureVersion, Reception } from './procedure.ts';

/** What a list of procedures can be narrowed to; a filter that is not set lets all pass. */
export type Filters = {
  readonly level?: Level;
  readonly fieldId?: string;
  readonly reception?: Reception;
  readonly interlink?: Interlink;
};

/** A procedure that may fit what is searched. */
export type Candidate = {
  readonly procedureId: string;
  readonly code: string | null;
  readonly level: Level;
  readonly fieldId: string;
  readonly reception: Reception;
  readonly interlink: Interlink;
  readonly name: string;
  /** The name, folded. */
  readonly folded: string;
  /** All that is searched, folded. */
  readonly searched: string;
};

export type Ranked = {
  readonly found: readonly Candidate[];
  /** By filter and value: how many would be found with it, the other filters as they are. */
  readonly counts: Readonly<Record<keyof Filters, Readonly<Record<string, number>>>>;
};

const filterNames = ['level', 'fieldId', 'reception', 'interlink'] as const;

/** Nobody searches with more; the rest is not looked at. */
const mostWords = 12;

/** The words of what was typed, folded. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** All that a procedure is found by, folded: name, code, field, results. */
export function searchedOf({ name, code, procedureId, fieldName, results }: ProcedureVersion): string {
  return fold([name, ...results.map((result) => result.name), fieldName, code ?? '', procedureId].join(' ; '));
}

/**
 * Puts the best first: the very name; a name that begins with what was typed, has it somewhere, has its words close together;
 * what is found by its result or field; last what has the words anywhere, or is written alike. Where the very words are found,
 * what merely has them anywhere is left out. Among equals the one with the same tone marks goes first, for who typed them,
 * then the shorter name: it is the plain case.
 */
export function rankProcedures(query: string, filters: Filters, candidates: readonly Candidate[]): Ranked {
  const place = placer(query);
  const placed = candidates.map((candidate) => ({ candidate, place: place(candidate) }));
  const isExact = placed.some((one) => one.place.closeness <= closest.phrase);
  const meant = placed.filter((one) => !isExact || one.place.closeness < closest.anywhere);
  const fitting = meant.map(({ candidate }) => candidate);
  const found = meant
    .filter(({ candidate }) => fits(candidate, filters))
    .sort((a, b) => compare(a.place, b.place) || (a.candidate.procedureId < b.candidate.procedureId ? -1 : 1))
    .map(({ candidate }) => candidate);
  return {
    found,
    counts: {
      level: countBy('level', filters, fitting),
      fieldId: countBy('fieldId', filters, fitting),
      reception: countBy('reception', filters, fitting),
      interlink: countBy('interlink', filters, fitting),
    },
  };
}

function fits(candidate: Candidate, filters: Filters, except?: keyof Filters): boolean {
  return filterNames.every((name) => name === except || filters[name] === undefined || candidate[name] === filters[name]);
}

function countBy(name: keyof Filters, filters: Filters, candidates: readonly Candidate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const candidate of candidates) if (fits(candidate, filters, name)) counts[candidate[name]] = (counts[candidate[name]] ?? 0) + 1;
  return counts;
}

/** Lower numbers go first. */
type Place = { readonly closeness: number; readonly marks: number; readonly length: number };

const closest = { name: 0, beginning: 1, phrase: 2, together: 3, result: 4, anywhere: 5, beyond: 6, alike: 7 };

/** So many other words may stand between the words of what was typed. */
const wordsBetween = 3;

function placer(query: string): (candidate: Candidate) => Place {
  const meant = meantBy(query).map(wordsOf);
  if (meant.every((words) => words.length === 0)) return () => ({ closeness: 0, marks: 0, length: 0 });
  const typed = query.normalize('NFC').toLowerCase().trim();
  return (candidate) => ({
    closeness: Math.min(...meant.map((words) => closenessOf(candidate, words))),
    marks: candidate.name.normalize('NFC').toLowerCase().includes(typed) ? 0 : 1,
    length: candidate.name.length,
  });
}

function closenessOf({ folded, searched, code, procedureId }: Candidate, words: readonly string[]): number {
  const phrase = ` ${words.join(' ')} `;
  const [name, all] = [` ${folded} `, ` ${searched} `];
  const has = (text: string) => words.every((word) => text.includes(` ${word} `));
  if (name === phrase || phrase.trim() === code || phrase.trim() === fold(procedureId)) return closest.name;
  if (name.startsWith(phrase)) return closest.beginning;
  if (name.includes(phrase)) return closest.phrase;
  if (isTogether(name, words)) return closest.together;
  if (all.includes(phrase)) return closest.result;
  if (has(name)) return closest.anywhere;
  return has(all) ? closest.beyond : closest.alike;
}

/** Whether the words stand in this order, with few others between them. */
function isTogether(name: string, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  const there = name.trim().split(' ');
  return there.some((word, from) => {
    if (word !== first) return false;
    let at = from;
    for (const next of rest) {
      at = there.indexOf(next, at + 1);
      if (at < 0) return false;
    }
    return at - from < words.length + wordsBetween;
  });
}

function compare(a: Place, b: Place): number {
  return a.closeness - b.closeness || a.marks - b.marks || a.length - b.length;
}
