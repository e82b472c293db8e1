import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { consentToPublication } from '#server/usecases/consent-to-publication.ts';
import { trackFeedback } from '#server/usecases/track-feedback.ts';
import { writeBack } from '#server/usecases/write-back-on-feedback.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Whoever has the address reads the answer; no machine between keeps a copy. */
export const load: PageServerLoad = async ({ params, setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const view = await trackFeedback(house, params.code, params.token);
  if (!view) error(404);
  return { view, commandId: crypto.randomUUID(), now: house.now(), written: url.searchParams.has('da-gui') };
};

export const actions: Actions = {
  async back(event) {
    const { code, token } = event.params;
    const { commandId, typed } = await sent(event);
    const text = typed('text');
    const answer = await writeBack(house, token, { code, commandId, request: { text } });
    if (!answer || (isRefusal(answer) && answer.refused === 'not-yours')) error(404);
    if (isRefusal(answer)) return fail(422, { refused: answer.refused, at: answer.at ?? {}, text, commandId });
    redirect(303, `${event.url.pathname}?da-gui`);
  },

  async consent(event) {
    const { code, token } = event.params;
    const { commandId, typed } = await sent(event);
    const answer = await consentToPublication(house, token, { code, commandId, request: { consent: typed('consent') === 'yes' } });
    if (!answer || (isRefusal(answer) && answer.refused === 'not-yours')) error(404);
    if (isRefusal(answer)) return fail(409, { refused: answer.refused, at: {}, text: '', commandId });
    redirect(303, `${event.url.pathname}#dang`);
  },
};

async function sent({ request }: RequestEvent) {
  const typed = typedIn(await request.formData());
  return { typed, commandId: isUuid(typed('command')) ? typed('command') : crypto.randomUUID() };
}
