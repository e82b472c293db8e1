import { isUuid } from '#domain/text/storable.ts';

/** Where a page of reminders begins; null for the newest. */
type Place = { readonly madeAt: Date; readonly dossierId: string; readonly version: number };

export function readReminderAddress(params: URLSearchParams): Place | null {
  const [at = '', dossierId = '', version = ''] = (params.get('sau') ?? '').split('_');
  const madeAt = new Date(Number(at));
  const isPlace = at !== '' && !Number.isNaN(madeAt.getTime()) && isUuid(dossierId) && /^\d{1,9}$/.test(version);
  return isPlace ? { madeAt, dossierId, version: Number(version) } : null;
}

export function reminderAddress(after: Place | null): string {
  return after ? `/can-bo/nhac-viec?sau=${after.madeAt.getTime()}_${after.dossierId}_${after.version}` : '/can-bo/nhac-viec';
}
