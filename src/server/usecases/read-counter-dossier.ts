import type { Officer } from '#domain/access/actor.ts';
import type { Due } from '#domain/calendar/explain.ts';
import type { DossierState, Promised } from '#domain/dossier/dossier.ts';
import { type PaperKind, papersAfter } from '#domain/dossier/owed.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { viewOf } from './dossier-view.ts';
import { mayReadFiles } from './read-file.ts';

/** What a citizen leaves the counter with. */
export type CounterDossier = {
  readonly code: string;
  readonly secret: string;
  readonly state: DossierState;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly due: Due | null;
  readonly dueAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly promised: Promised;
  /** The paper of what was done last: receipt, request for a supplement, letter. */
  readonly paper: { readonly version: number; readonly kind: PaperKind } | null;
};

/** An officer sees what the one before him takes home, to print it and say it. That he read it is recorded. */
export async function readCounterDossier(house: House, officer: Officer, code: string): Promise<CounterDossier | Refusal | undefined> {
  const reading = await mayReadFiles(house, officer, code, 'dossier at the counter');
  if (!reading || isRefusal(reading)) return reading;
  const { history } = reading;
  const { dossier, submission, due, version, dossierId } = await viewOf(house, history, []);
  const happened = history.map(({ version: at, event, by }) => ({ version: at, type: event.type, role: by.role }));
  const papers = papersAfter(happened, dossier);
  return {
    code,
    secret: secretOf(house.key, dossierId),
    state: dossier.state,
    applicantName: submission?.applicant.name ?? '',
    procedureName: version.name,
    due,
    dueAt: dossier.dueAt,
    answerDueAt: dossier.answerDueAt,
    promised: dossier.promised,
    paper: papers.at(-1) ?? null,
  };
}
