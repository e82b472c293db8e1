import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { requestWithdrawal } from '#server/usecases/request-withdrawal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ commandId: crypto.randomUUID() });

export const actions: Actions = {
  async default({ params: { code, token }, request }) {
    const typed = typedIn(await request.formData());
    const reason = typed('reason');
    const commandId = typed('command');
    if (!isUuid(commandId)) return fail(400, { refused: 'malformed' as const, reason });

    const answer = await requestWithdrawal(house, { token }, { code, commandId, request: { reason: reason.trim() } });
    if (!answer) error(404);
    if (isRefusal(answer)) {
      if (answer.refused === 'not-yours') error(404);
      return fail(422, { refused: answer.refused, at: answer.at?.reason, reason });
    }
    redirect(303, `/ho-so/${encodeURIComponent(code)}/${token}?xong=rut`);
  },
};
