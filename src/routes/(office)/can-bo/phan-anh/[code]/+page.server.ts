import { error, fail, redirect } from '@sveltejs/kit';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readFeedback } from '#server/usecases/read-feedback.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { doingOfSlug, doingsOf, type FeedbackDoing, slugOf } from './act-slugs.ts';
import { doAct, typedFrom } from './do-act.ts';

/** The one it complains of is not told that there is one: for him there is no such page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await readFeedback(house, signedIn(locals), params.code);
  if (!view || (isRefusal(view) && view.refused === 'complained-of')) error(404);
  if (isRefusal(view)) error(403);

  const doings = doingsOf(view.openActs);
  const asked = doingOfSlug(url.searchParams.get('viec'));
  const doing = doings.find((one) => one === asked) ?? doings[0] ?? null;
  return { view, doings, doing, done: doneIn(url.searchParams), commandId: crypto.randomUUID(), now: house.now() };
};

export const actions: Actions = {
  act: (event) => act(event, doingOfSlug(event.url.searchParams.get('viec')) ?? error(404)),
  withdraw: (event) => act(event, 'withdraw'),
};

/** What has just been done, in the address that one comes back to. */
function doneIn(params: URLSearchParams): FeedbackDoing | 'withdraw' | null {
  const done = params.get('xong');
  return done === 'go' ? 'withdraw' : (doingOfSlug(done) ?? null);
}

/** Does the act; when it is not done, what was typed stays, with what stands against it. */
async function act({ locals, params, request, url }: RequestEvent, doing: FeedbackDoing | 'withdraw') {
  const typed = typedFrom(await request.formData());
  const answer = await doAct(doing, signedIn(locals), params.code, typed);
  if (!answer) error(404);
  if (isRefusal(answer))
    return fail(422, { doing, typed, refused: answer.refused, at: answer.at ?? {}, what: String(answer.facts?.what ?? '') });
  redirect(303, `${url.pathname}?xong=${doing === 'withdraw' ? 'go' : slugOf[doing]}`);
}

function signedIn({ officer }: App.Locals): Officer {
  return officer ?? error(401);
}
