import { compareWorkflows } from '#domain/workflow/compare-workflows.ts';
import { changeTask, type LaneNames, taskRows } from '#domain/workflow/edit-tasks.ts';
import { largestFile, textOfFile, tooLarge } from '#domain/workflow/guard-xml.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { readDrawing } from '#domain/workflow/read-drawing.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import { applyOp, readTableOp } from '#domain/workflow/table-op.ts';
import { type TypedRow, typeInto } from '#domain/workflow/typed-row.ts';
import { rewriteBpmn } from '#domain/workflow/write-bpmn.ts';
import { typedIn } from '#routes/read-sent-form.ts';

/** Which act a form was made on; what is no number is none. */
export function readDraftVersion(form: FormData): number {
  const typed = form.get('draftVersion');
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

/** The text of the file that was sent, or why it is none. A file too large is not read at all. */
export async function readBpmnFile(
  form: FormData,
): Promise<string | { readonly fileMissing: true } | { readonly unread: readonly RefusedPart[] }> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { fileMissing: true };
  const text = file.size > largestFile ? tooLarge() : textOfFile(new Uint8Array(await file.arrayBuffer()));
  return typeof text === 'string' ? text : { unread: [{ ...text, what: file.name }] };
}

/** A draft as it was sent: the drawing, with the rows of the table and what a button does to them brought into it. */
export type DraftSent = { readonly draftVersion: number; readonly document: string };

/**
 * Reads the editor's form. The drawing in it and the rows say the same, unless somebody edits the table alone: then the rows count.
 *
 * @returns the drawing as it was sent when it cannot be read: who keeps it says why
 */
export async function readDraftForm(form: FormData, names: LaneNames, newStep: string): Promise<DraftSent> {
  const typed = typedIn(form);
  const draftVersion = readDraftVersion(form);
  const sent = typed('document');
  const read = await readBpmn(sent);
  if ('refused' in read) return { draftVersion, document: sent };

  const rows = taskRows(read.workflow).filter(({ id }) => form.has(`name:${id}`));
  const changed = rows.reduce((workflow, row) => changeTask(workflow, typeInto(row, readRow(form, row.id)), names), read.workflow);
  const op = readTableOp(typed('op'));
  const after = op ? applyOp(changed, op, newStep) : changed;
  if (compareWorkflows(read.workflow, after).length === 0) return { draftVersion, document: sent };
  const drawing = op ? undefined : readDrawing(read.definitions, read.workflow);
  return { draftVersion, document: await rewriteBpmn(read.definitions, after, drawing) };
}

function readRow(form: FormData, id: string): TypedRow {
  const box = (name: string) => typedIn(form)(`${name}:${id}`).replaceAll('\r\n', '\n').normalize('NFC');
  const acts = form.getAll(`acts:${id}`).filter((act) => typeof act === 'string');
  return { name: box('name'), kind: box('kind'), agency: box('agency'), share: box('share'), form: box('form'), paper: box('paper'), acts };
}
