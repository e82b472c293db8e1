import { error, fail, redirect } from '@sveltejs/kit';
import type { Officer } from '#domain/access/actor.ts';
import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import { isTooLarge } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { readDossier } from '#server/usecases/read-dossier.ts';
import { revealPersonalData } from '#server/usecases/reveal-personal-data.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { actOfSlug, slugOf } from './act-slugs.ts';
import { doAct, paperOf } from './do-act.ts';
import { firstTyped } from './first-typed.ts';
import { all, fileIn, one, typedFrom } from './typed.ts';

/** The dossier, the acts open to this officer, and the form of one of them: it carries its command's id. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const officer = signedIn(locals);
  const taskNo = Number(url.searchParams.get('nhiem-vu'));
  const view = await readDossier(house, officer, params.code, taskNo > 0 ? taskNo : undefined);
  if (!view) error(404);
  if (isRefusal(view)) error(403);

  const asked = actOfSlug(url.searchParams.get('viec'));
  const act = view.openActs.find((open) => open === asked) ?? view.openActs.find(isUsual) ?? null;
  const typed = act ? firstTyped(act, view, url.searchParams.getAll('thieu')) : {};
  const paper = act && (await paperOf(act, officer, params.code, typed));
  const done = actOfSlug(url.searchParams.get('xong')) ?? null;
  return { view, act, typed, paper, done, commandId: crypto.randomUUID(), now: house.now() };
};

export const actions: Actions = {
  /** Does the act; when it is not done, what was typed stays, with what stands against it. */
  async act(event) {
    const { act, officer } = asked(event);
    const form = await event.request.formData().catch(tooLarge);
    if (!form) return fail(413, { act, refusal: refuse('file-too-large') });
    const typed = typedFrom(form);
    const answer = await doAct(act, officer, event.params.code, { typed, file: await fileIn(form, 'tep') });
    if (!answer) error(404);
    if (!isRefusal(answer)) redirect(303, `${event.url.pathname}?xong=${slugOf[act]}`);
    return fail(statusOf(answer.refused), { act, typed, refusal: answer, paper: await paperOf(act, officer, event.params.code, typed) });
  },

  /** The paper as it would go out with what is typed now. */
  async preview(event) {
    const { act, officer } = asked(event);
    const typed = typedFrom(await event.request.formData());
    return { act, typed, paper: await paperOf(act, officer, event.params.code, typed) };
  },

  /** What the officer left unticked becomes the gaps of a supplement request. */
  async missing(event) {
    const typed = typedFrom(await event.request.formData());
    const ticked = all(typed, 'dat');
    const missing = all(typed, 'gt').filter((no) => !ticked.includes(no));
    redirect(303, `?${new URLSearchParams([['viec', slugOf['request supplement']], ...missing.map((no) => ['thieu', no])])}`);
  },

  /** One personal number or address in whole; that he asked for it is recorded. */
  async reveal(event) {
    const typed = typedFrom(await event.request.formData());
    const answer = await revealPersonalData(house, signedIn(event.locals), event.params.code, one(typed, 'hien'));
    if (!answer) error(404);
    return isRefusal(answer) ? fail(403, { notRevealed: answer.refused }) : { revealed: answer };
  },
};

/** What is done on occasion is not what one opens a dossier for. */
const onOccasion: readonly OfficerAct[] = [
  'apologise',
  'assign dossier',
  'take back dossier',
  'suspend dossier',
  'move to version',
  'reopen dossier',
  'correct dossier',
];

function isUsual(act: OfficerAct): boolean {
  return !onOccasion.includes(act);
}

function signedIn({ officer }: App.Locals): Officer {
  return officer ?? error(401);
}

function asked({ locals, url }: RequestEvent): { readonly act: OfficerAct; readonly officer: Officer } {
  return { act: actOfSlug(url.searchParams.get('viec')) ?? error(404), officer: signedIn(locals) };
}

/** @throws what else went wrong */
function tooLarge(fault: unknown): undefined {
  if (!isTooLarge(fault)) throw fault;
}

/** What moved or is another's is a conflict; what he may not do is forbidden; all else was filled in wrongly. */
function statusOf(refused: string): number {
  if (refused === 'dossier-moved' || refused === 'taken-by-colleague' || refused === 'already-taken' || refused === 'command-reused')
    return 409;
  return refused === 'role-missing' || refused === 'not-yours' ? 403 : 422;
}
