import type { StaffMember } from '#domain/access/actor.ts';
import type { Agency, UnitKind } from '#domain/agency/agency.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Birth } from '#domain/dossier/dossier.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Chance } from './chance.ts';
import type { Exhibit } from './exhibits.ts';

/** A procedure that people come for: with its form, where it is handed in, and how often beside the others. */
export type Offered = {
  readonly version: ProcedureVersion;
  readonly form: Form;
  readonly receivers: readonly Agency[];
  readonly weight: number;
  /** Of a hundred applicants so many owe something to another agency first, from 0 to 1. */
  readonly paymentShare: number;
  /** Whether a result that is drawn up at this moment is made from the answers; else one page stands for it. */
  readonly isDrawnUp: (at: number) => boolean;
};

/** What is said in a simulated dossier, made up. */
export type SaidWords = Readonly<
  Record<
    | ('gaps' | 'explanations' | 'supplements' | 'sendBacks' | 'takeBacks' | 'refusals' | 'apologies' | 'withdrawals' | 'denials')
    | ('conclusions' | 'setters' | 'obligations' | 'proofs' | 'grounds' | 'suspensions' | 'resumptions' | 'reopenings')
    | ('goodComments' | 'poorComments'),
    readonly string[]
  >
>;

/** All that a simulated year is played with: who works there when, what is offered, what is said. */
export type City = Pick<Facts, 'calendarOf' | 'mayHold'> & {
  readonly agencyOf: (agencyId: string) => Agency;
  readonly unitOf: (agencyId: string, kind: UnitKind) => string | undefined;
  readonly staff: readonly StaffMember[];
  readonly offered: readonly Offered[];
  /** What is to be seen at the end of the span. */
  readonly exhibits: readonly Exhibit[];
  /** By whose days people come. */
  readonly calendar: WorkingCalendar;
  readonly birthOf: (
    version: ProcedureVersion,
    how: Pick<Birth, 'channel' | 'trial' | 'demo' | 'receivingAgencyId' | 'submittedAt'>,
  ) => Birth;
  readonly answersOf: (version: ProcedureVersion, chance: Chance, today: Day) => Answers;
  readonly words: SaidWords;
  /** The file that stands for each paper that is handed in and for each result that is not made from the answers. */
  readonly pageDigest: string;
};

/** Numbers as they are given, one after the other, by agency and its day or year. */
export type Numbers = { next(agencyId: string, period: string): number };

/** The city as it works: dossiers get codes, results get numbers. */
export type CityAtWork = City & { readonly codes: Numbers; readonly results: Numbers };

/** The same in a span that is played: nothing happens after its end, in milliseconds since 1970. */
export type PlayedCity = CityAtWork & { readonly endsAt: number };
