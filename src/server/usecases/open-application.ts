import { draftToken, hashOfToken } from '#domain/form/draft.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { insertDraft } from '#server/store/drafts.ts';
import { newId } from '#server/store/ids.ts';
import { limitPace } from './limit-pace.ts';
import { listReceivers } from './list-receivers.ts';
import { readForm } from './read-form.ts';
import { readProcedure } from './read-procedure.ts';

/**
 * Begins a draft under the version that is in force today. No account: whoever has the link has the draft.
 *
 * @param receivingAgencyId the ward or commune that was chosen; empty where only one agency receives it
 * @param address where it comes from: counted for the limit, kept nowhere beside the draft
 * @returns the link's token, or a refusal: `procedure-not-received-here` when this agency does not receive it,
 *   `answers-incomplete` when one has to be chosen, `too-much-sent`; `undefined` when no such procedure is in force
 */
export async function openApplication(
  house: House,
  idOrCode: string,
  receivingAgencyId: string,
  address: string,
): Promise<{ readonly token: string } | Refusal | undefined> {
  const now = house.now();
  const version = await readProcedure(house, idOrCode);
  if (!version) return undefined;

  const receivers = await listReceivers(house, version);
  const receiver = receivers.length === 1 ? receivers[0] : receivers.find(({ agencyId }) => agencyId === receivingAgencyId);
  if (!receiver)
    return receivers.length === 0 ? refuse('procedure-not-received-here') : { refused: 'answers-incomplete', at: { receiver: 'missing' } };
  const tooMuch = await limitPace(house, 'application', address);
  if (tooMuch) return tooMuch;
  const form = await readForm(house, version);

  const token = draftToken(crypto.getRandomValues(new Uint8Array(16)));
  await insertDraft(
    house.db,
    {
      draftId: newId(),
      tokenHash: hashOfToken(token),
      procedureId: version.procedureId,
      version: version.version,
      receivingAgencyId: receiver.agencyId,
      formId: form.formId,
      formVersion: form.version,
      commandId: crypto.randomUUID(),
    },
    now,
  );
  return { token };
}
