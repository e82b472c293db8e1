import { type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable, isUuid } from '#domain/text/storable.ts';

/** What is done with all that were ticked. */
export const bulkActs = ['take dossier', 'hand on dossier'] as const;

export type BulkAct = (typeof bulkActs)[number];

export type Bulk = { readonly act: BulkAct; readonly ticked: readonly { readonly code: string; readonly commandId: string }[] };

/** Each box that was ticked holds a code and the id of the command for this dossier. */
export function readBulkForm(form: FormData): Bulk | Refusal {
  const act = bulkActs.find((one) => one === form.get('viec'));
  const ticked = form.getAll('c').map((value) => {
    const [code = '', commandId = ''] = String(value).split(' ');
    return { code, commandId };
  });
  return act && ticked.every(({ code, commandId }) => isStorable(code) && isUuid(commandId)) ? { act, ticked } : refuse('malformed');
}
