import { relationFor } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { PromisedTime } from '#domain/calendar/due.ts';
import { usualAnswerDay } from '#domain/dossier/at-counter.ts';
import type { FormPage } from '#domain/form/form.ts';
import { type Paper, papersOf } from '#domain/form/papers.ts';
import type { Fee } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { readForm } from './read-form.ts';
import { readProcedure } from './read-procedure.ts';
import { type Reference, referenceOf } from './reference.ts';
import { type CounterProcedureLine, counterLine, receivingAgencyOf, searchCounterProcedures } from './search-counter-procedures.ts';

/** The procedure that was chosen, with all that its page asks. */
export type CounterProcedure = {
  readonly line: CounterProcedureLine;
  readonly version: number;
  readonly receivingAgencyId: string;
  readonly committedTime: PromisedTime;
  readonly papers: readonly Paper[];
  readonly fees: readonly Pick<Fee, 'name' | 'feeVnd'>[];
  /** The form's own pages, after the applicant's. */
  readonly pages: readonly FormPage[];
};

export type Counter = {
  readonly now: Date;
  /** Where the officer receives: his agency, and his desk if he has one. */
  readonly places: readonly { readonly agencyName: string; readonly desk: string | null }[];
  /** What every form begins with. */
  readonly applicantPage: FormPage;
  readonly found: readonly CounterProcedureLine[];
  /** Null when none is chosen, or the one that is chosen is received elsewhere. */
  readonly procedure: CounterProcedure | null;
  readonly receivedElsewhere: CounterProcedureLine | null;
  /** By when a supplement is expected unless the officer says otherwise. */
  readonly answerOn: Day;
};

/** An officer opens the counter for the one who stands there: the questions, and the procedure as far as it is chosen. */
export async function openCounter(
  house: House,
  officer: Officer,
  { query, procedureId }: { readonly query: string; readonly procedureId: string },
): Promise<Counter> {
  const reference = await referenceOf(house);
  const places = officer.assignments.filter(({ role }) => relationFor('receive at counter', role));
  const [applicantPage] = (await readForm(house, { procedureId, formId: 'standard' })).pages;
  if (!applicantPage) throw new Error('The standard form begins with nobody');
  const chosen = procedureId === '' ? null : await chosenOf(house, officer, reference, procedureId);
  return {
    now: house.now(),
    places: places.map(({ agencyId, counter }) => ({ agencyName: reference.agencyOf(agencyId).shortName, desk: counter ?? null })),
    applicantPage,
    // The name of what is chosen stands in the box and is no search.
    found: query.trim() === nameOf(chosen) ? [] : await searchCounterProcedures(house, officer, query),
    procedure: chosen && 'line' in chosen ? chosen : null,
    receivedElsewhere: chosen && !('line' in chosen) ? chosen : null,
    answerOn: usualAnswerDay(house.now(), reference.calendarOf(places[0]?.agencyId ?? reference.agencies[0]?.agencyId ?? '')),
  };
}

function nameOf(chosen: CounterProcedure | CounterProcedureLine | null): string | undefined {
  if (!chosen) return undefined;
  return 'line' in chosen ? chosen.line.name : chosen.name;
}

async function chosenOf(
  house: House,
  officer: Officer,
  reference: Reference,
  procedureId: string,
): Promise<CounterProcedure | CounterProcedureLine | null> {
  const version = await readProcedure(house, procedureId);
  if (!version) return null;
  const line = counterLine(version, officer, reference);
  const receivingAgencyId = receivingAgencyOf(version, officer, reference);
  if (!receivingAgencyId) return line;

  const form = await readForm(house, version);
  return {
    line,
    version: version.version,
    receivingAgencyId,
    committedTime: version.committedTime,
    papers: papersOf(version.components, form),
    fees: version.fees.map(({ name, feeVnd }) => ({ name, feeVnd })),
    pages: form.pages.slice(1),
  };
}
