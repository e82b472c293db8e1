import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { readReminders } from '#server/usecases/read-reminders.ts';
import type { PageServerLoad } from './$types';
import { readReminderAddress } from './reminder-address.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const after = readReminderAddress(url.searchParams);
  return { after, reminders: await readReminders(house, locals.officer, after) };
};
