import type { Day } from '#domain/calendar/day.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { type ApplicationStep, stepsOf } from '#domain/form/application-steps.ts';
import { askedOn, checkPage, type Faults, offeredOn } from '#domain/form/check.ts';
import { draftKeptUntil } from '#domain/form/draft.ts';
import type { FormPage, Question } from '#domain/form/form.ts';
import { checkPapers, type Paper, papersOf } from '#domain/form/papers.ts';
import type { House } from '#server/house.ts';
import { findCodeOfCommand, type NewCode } from '#server/store/dossiers.ts';
import type { Draft } from '#server/store/drafts.ts';
import { addressesOf } from './addresses.ts';
import { openDraft } from './open-draft.ts';

/** A page of the form as far as it is filled in. */
export type PageOfDraft = {
  readonly pageId: FormPage['pageId'];
  readonly title: string;
  readonly intro: string | null;
  /** What stands on the page: also what is asked only after a choice that is made on it. */
  readonly offered: readonly Question[];
  readonly asked: readonly Question[];
  readonly faults: Faults;
  /** It was saved once and nothing is wrong with it. */
  readonly done: boolean;
};

export type DraftView = Omit<Draft, 'draftId' | 'commandId' | 'touchedAt' | 'form'> & {
  readonly steps: readonly ApplicationStep<PageOfDraft>[];
  readonly papers: readonly Paper[];
  readonly paperFaults: Faults;
  readonly keptUntil: Day;
  /** What it became, with the secret that opens it and the page that shows it; null while it can be changed. */
  readonly submitted: { readonly code: string; readonly secret: string; readonly trackAt: string } | null;
};

/** All that its pages show of a draft, for whoever has its link. */
export async function readDraft(house: House, token: string): Promise<DraftView | undefined> {
  const draft = await openDraft(house, token);
  if (!draft) return undefined;

  const { version, form, answers, files, receivingAgencyId, receivingAgencyName, submittedAs, touchedAt, commandId } = draft;
  const papers = papersOf(version.components, form);
  const paperFaults = checkPapers(papers, files);
  const pages = form.pages.map((page) => pageOf(page, draft, house.now()));
  const become = submittedAs === null ? undefined : await findCodeOfCommand(house.db, commandId);
  return {
    version,
    receivingAgencyId,
    receivingAgencyName,
    answers,
    files,
    submittedAs,
    steps: stepsOf(pages, papers, paperFaults),
    papers,
    paperFaults,
    keptUntil: draftKeptUntil(touchedAt),
    submitted: become ? handedIn(house, become) : null,
  };
}

function pageOf(page: FormPage, { form, answers }: Draft, now: Date): PageOfDraft {
  const asked = askedOn(page, form, answers);
  const faults = checkPage(form, page.pageId, answers, now);
  const saved = asked.every(({ questionId }) => Object.hasOwn(answers, questionId));
  const { pageId, title, intro } = page;
  return { pageId, title, intro, offered: offeredOn(page, form, answers), asked, faults, done: saved && Object.keys(faults).length === 0 };
}

function handedIn(house: House, { dossierId, code }: NewCode) {
  return { code, secret: secretOf(house.key, dossierId), trackAt: addressesOf(house, dossierId, code).trackAt };
}
