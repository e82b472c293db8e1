import { error, fail } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readOutbox } from '#server/usecases/read-outbox.ts';
import { repeatJob } from '#server/usecases/repeat-job.ts';
import type { Actions, PageServerLoad } from './$types';
import { readOutboxAddress } from './outbox-address.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const asked = readOutboxAddress(url.searchParams);
  const outbox = await readOutbox(house, locals.officer, asked.state, asked.after);
  if (isRefusal(outbox)) error(403);
  return { asked, outbox };
};

export const actions: Actions = {
  async repeat({ locals, request }) {
    if (!locals.officer) error(401);
    const jobId = String((await request.formData()).get('job') ?? '');
    const refusal = /^\d{1,18}$/.test(jobId) ? await repeatJob(house, locals.officer, jobId) : { refused: 'malformed' as const };
    return refusal ? fail(400, { refused: refusal.refused }) : { repeated: true };
  },
};
