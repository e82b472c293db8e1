import { error } from '@sveltejs/kit';
import { readYear } from '#routes/(admin)/quan-tri/lich/calendar-address.ts';
import { house } from '#server/running.ts';
import { exportCalendar } from '#server/usecases/read-calendar.ts';
import type { RequestHandler } from './$types';

/** The calendar, or one year of it, as iCalendar. It holds nothing but what is public. */
export const GET: RequestHandler = async ({ url }) => {
  const year = readYear(url.searchParams.get('nam'));
  const text = await exportCalendar(house, year);
  if (text === undefined) error(404);
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="lich-nghi${year === null ? '' : `-${year}`}.ics"`,
    },
  });
};
