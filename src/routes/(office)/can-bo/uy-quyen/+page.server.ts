import { error, fail } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { house } from '#server/running.ts';
import { endDelegation } from '#server/usecases/end-delegation.ts';
import { makeDelegation } from '#server/usecases/make-delegation.ts';
import { readDelegations } from '#server/usecases/read-delegations.ts';
import type { Actions, PageServerLoad } from './$types';
import { readDelegationForm } from './read-delegation-form.ts';

/** The form carries the delegation's id, so that what is sent twice is one. */
export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.officer) error(401);
  return {
    delegations: await readDelegations(house, locals.officer),
    delegationId: crypto.randomUUID(),
    officerId: locals.officer.officerId,
  };
};

export const actions: Actions = {
  async make({ locals, request }) {
    if (!locals.officer) error(401);
    const read = readDelegationForm(await request.formData());
    if ('wrong' in read) return fail(400, { typed: read.typed, wrong: read.wrong });
    const answer = await makeDelegation(house, locals.officer, read.asked);
    return isRefusal(answer) ? fail(400, { typed: read.typed, refused: answer.refused }) : { made: true };
  },

  async end({ locals, request }) {
    if (!locals.officer) error(401);
    const delegationId = String((await request.formData()).get('uy-quyen') ?? '');
    const answer = isUuid(delegationId) ? await endDelegation(house, locals.officer, delegationId) : undefined;
    if (!answer) error(404);
    return isRefusal(answer) ? fail(400, { refused: answer.refused }) : { ended: true };
  },
};
