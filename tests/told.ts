import type { Share, Task, Waiting } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { clerk, colleague, head, leader, receiver, specialist } from './given.ts';

const names = new Map(
  Object.entries({ receiver, specialist, colleague, head, leader, clerk }).map(([name, { personId }]) => [personId, name]),
);

/** An event in one line, all that it says, so that a whole history can be read and compared. */
export function told({ type, at, ...rest }: DossierEvent): string {
  return [`${wall(at)} ${type}`, ...Object.entries(rest).map(([key, value]) => `${key} ${said(key, value)}`)].join('; ');
}

function said(key: string, value: unknown): string {
  if (key === 'task') return value === null ? 'none' : task(value as Task);
  if (key === 'beside') return `[${(value as Task[]).map(task).join(', ')}]`;
  if (key === 'shares') return `[${(value as Share[]).map(share).join(', ')}]`;
  if (key === 'tokens') return `[${(value as Waiting[]).map(token).join(', ')}]`;
  return plain(value);
}

function plain(value: unknown): string {
  if (value instanceof Date) return wall(value);
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `${key} ${plain(one)}`)
      .join(', ')}}`;
  const text = String(value);
  return names.get(text) ?? text.replace(/^(.)\1{63}$/, '$1…');
}

function task({ no, stepNo, agencyId, unitId, role, officerId, openedAt, takenAt, plannedAt }: Task): string {
  const unit = unitId.replace(`${agencyId} `, '');
  const holder = officerId === null ? 'nobody' : `${plain(officerId)} since ${takenAt && wall(takenAt)}`;
  return `${no} at step ${stepNo} of ${agencyId} ${unit} for ${role}, ${holder}, ${wall(openedAt)} to ${plannedAt && wall(plannedAt)}`;
}

function share({ no, agencyId, openedAt, dueAt, doneAt, outcome }: Share): string {
  return `${no} ${agencyId} ${wall(openedAt)} to ${dueAt && wall(dueAt)} ${doneAt ? `${outcome} ${wall(doneAt)}` : 'open'}`;
}

function token({ nodeId, flowId, dueAt }: Waiting): string {
  return `${flowId ?? nodeId} ${dueAt && wall(dueAt)}`;
}

/** Day of the month and time on the wall. */
function wall(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ');
}
