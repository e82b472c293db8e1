import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { openApplication } from '#server/usecases/open-application.ts';
import { type ApplicationStart, readApplicationStart } from '#server/usecases/read-application-start.ts';
import { readPlaces } from '#server/usecases/read-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const start = await readApplicationStart(house, params.procedureId);
  if (!start) error(404);
  return { start, place: await readPlace(start) };
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

/** Who receives what cannot be handed in here: the agency that settles it. Why that is so stands in `version.elsewhere`. */
async function readPlace({ version, receivers }: ApplicationStart): Promise<string | null> {
  if (receivers.length > 0 || version.reception !== 'agency' || version.decidingAgencyId === null) return null;
  return (await readPlaces(house, version))[version.decidingAgencyId] ?? null;
}
