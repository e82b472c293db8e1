import { isStepKind, placeOf } from '#domain/procedure/step.ts';
import type { TaskRow } from './edit-tasks.ts';

/** What stands in the boxes of a task's row. */
export type TypedRow = {
  readonly name: string;
  readonly kind: string;
  readonly agency: string;
  readonly share: string;
  readonly form: string;
  readonly paper: string;
  readonly acts: readonly string[];
};

/**
 * A row as it was typed. Another kind or agency brings the unit and role that do it; a row that was left as it is stays as it is.
 *
 * @example a share is typed `12,5` or `12.5`; what is no share of a whole is none
 */
export function typeInto(row: TaskRow, { name, kind, agency, share, form, paper, acts }: TypedRow): TaskRow {
  const stepKind = isStepKind(kind) ? kind : null;
  const more = { form: form.trim() || null, paper: paper.trim() || null, acts };
  const basis = { ...row, name: name.trim(), sharePct: parseShare(share), ...more };
  if (stepKind === row.stepKind && agency === (row.agency ?? '')) return basis;
  const place = stepKind === null ? { unit: agency === '' ? null : row.unit, role: row.role } : placeOf(stepKind);
  return { ...basis, stepKind, agency: agency === '' ? null : agency, unit: agency === '' ? null : place.unit, role: place.role };
}

/** What the boxes of a row show. */
export function typedRowOf({ name, stepKind, agency, sharePct, form, paper, acts }: TaskRow): TypedRow {
  return {
    name,
    kind: stepKind ?? '',
    agency: agency ?? '',
    share: sharePct === null ? '' : String(sharePct).replace('.', ','),
    form: form ?? '',
    paper: paper ?? '',
    acts,
  };
}

function parseShare(typed: string): number | null {
  const share = Number(typed.trim().replace(',', '.') || Number.NaN);
  return share > 0 && share <= 100 ? share : null;
}
