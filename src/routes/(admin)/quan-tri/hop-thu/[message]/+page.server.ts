import { error, fail } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { readMessageAddress } from '#routes/(admin)/quan-tri/hop-thu/outbox-address.ts';
import { house } from '#server/running.ts';
import { readMessage } from '#server/usecases/read-message.ts';
import { resendMessage } from '#server/usecases/resend-message.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.officer) error(401);
  const key = readMessageAddress(params.message);
  const message = key && (await readMessage(house, locals.officer, key));
  if (!message) error(404);
  if (isRefusal(message)) error(403);
  return { message };
};

export const actions: Actions = {
  async resend({ locals, params }) {
    if (!locals.officer) error(401);
    const key = readMessageAddress(params.message);
    const answer = key && (await resendMessage(house, locals.officer, key));
    if (!answer) error(404);
    return isRefusal(answer) ? fail(409, { refused: answer.refused }) : { resent: answer };
  },
};
