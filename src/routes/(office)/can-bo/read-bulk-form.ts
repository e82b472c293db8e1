import { type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable, isUuid } from '#domain/text/storable.ts';

/** What is done with all that were ticked. */
export const bulkActs = ['take dossier', 'hand on dossier'] as const;

export type BulkAct = (typeof bulkActs)[number];

export type Ticked = { readonly code: string; readonly commandId: string; readonly taskNo: number };

export type Bulk = { readonly act: BulkAct; readonly ticked: readonly Ticked[] };

/** Each box that was ticked holds a code, the id of the command for this dossier, and which of its tasks is meant. */
export function readBulkForm(form: FormData): Bulk | Refusal {
  const act = bulkActs.find((one) => one === form.get('viec'));
  const ticked = form.getAll('c').map((value) => {
    const [code = '', commandId = '', taskNo = ''] = String(value).split(' ');
    return { code, commandId, taskNo: Number(taskNo) };
  });
  const isOurs = ({ code, commandId, taskNo }: Ticked) => isStorable(code) && isUuid(commandId) && Number.isInteger(taskNo) && taskNo > 0;
  return act && ticked.every(isOurs) ? { act, ticked } : refuse('malformed');
}
