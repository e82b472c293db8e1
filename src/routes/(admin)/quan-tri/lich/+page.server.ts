import { error, fail } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { changeCalendar, importCalendar } from '#server/usecases/change-calendar.ts';
import type { KeptCalendar } from '#server/usecases/keep-calendar.ts';
import { readCalendar } from '#server/usecases/read-calendar.ts';
import { findMovedDossiers, recountDossiers } from '#server/usecases/recount-dossiers.ts';
import type { Actions, PageServerLoad } from './$types';
import { readCalendarAddress } from './calendar-address.ts';
import { readButton, readCalendarFile, readDayForm, readGround } from './read-calendar-form.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const asked = readCalendarAddress(url.searchParams);
  const calendar = await readCalendar(house, locals.officer, asked.year);
  if (!calendar) error(404);
  const moved = await findMovedDossiers(house, locals.officer, asked.after);
  if (isRefusal(calendar) || isRefusal(moved)) error(403);
  return { asked, calendar, moved, now: house.now() };
};

export const actions: Actions = {
  async set({ locals, request }) {
    if (!locals.officer) error(401);
    const read = readDayForm(await request.formData());
    if ('wrong' in read) return fail(400, { typed: read.typed, wrong: read.wrong });
    return told(await changeCalendar(house, locals.officer, read.change));
  },

  async change({ locals, request }) {
    if (!locals.officer) error(401);
    const change = readButton(await request.formData());
    return told(isRefusal(change) ? change : await changeCalendar(house, locals.officer, change));
  },

  async import({ locals, request }) {
    if (!locals.officer) error(401);
    const text = await readCalendarFile(await request.formData());
    if (text === undefined) return fail(400, { fileMissing: true });
    return told(await importCalendar(house, locals.officer, text));
  },

  async recount({ locals, request }) {
    if (!locals.officer) error(401);
    const ground = readGround(await request.formData());
    const answer = isRefusal(ground) ? ground : await recountDossiers(house, locals.officer, ground);
    return isRefusal(answer) ? fail(400, { groundRefused: answer.refused }) : answer;
  },
};

function told(answer: KeptCalendar | Refusal) {
  if (isRefusal(answer)) return fail(400, { refused: answer.refused });
  return 'faults' in answer ? fail(400, { faults: answer.faults }) : { changed: answer.changed };
}
