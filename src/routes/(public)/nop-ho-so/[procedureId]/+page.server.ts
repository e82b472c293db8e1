import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { openApplication } from '#server/usecases/open-application.ts';
import { readApplicationStart } from '#server/usecases/read-application-start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const start = await readApplicationStart(house, params.procedureId);
  if (!start) error(404);
  return { start };
};

export const actions: Actions = {
  /** A draft begins. Sent twice, there are two; the one that is not gone on with dies by itself. */
  async default({ params, request, locals }) {
    const receiver = String((await request.formData()).get('receiver') ?? '');
    const answer = await openApplication(house, params.procedureId, receiver, locals.visit.address);
    if (!answer) error(404);
    if (isRefusal(answer)) return fail(422, { refused: answer.refused, at: answer.at ?? {}, receiver });
    redirect(303, `/nop-ho-so/tiep/${answer.token}/1`);
  },
};
