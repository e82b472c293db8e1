import type { StaffMember } from '#domain/access/actor.ts';
import { addWorkingMinutes } from '#domain/calendar/working-calendar.ts';
import { apologise } from '#domain/dossier/apologise.ts';
import { isRunning } from '#domain/dossier/hold.ts';
import { byOfficer, type Life, standing } from './life.ts';
import { type Office, offer, type Work, whoIsThere } from './office.ts';

/** Of those that will be late, so many are apologised for. */
const apologised = 0.45;

const hourMs = 3_600_000;

/** Two hours before the due time somebody sees that it will not do. */
export function watchDueTime(office: Office, life: Life): void {
  const dueAt = life.dossier?.dueAt?.getTime();
  if (dueAt === undefined || !life.chance.happens(apologised)) return;
  const at = Math.max(dueAt - 2 * hourMs, life.lastAt);
  office.agenda.put(at, () => {
    const { dueAt: owedAt, promisedAt, withdrawalAsked, task } = standing(life);
    if (owedAt?.getTime() !== dueAt || !isRunning(standing(life)) || promisedAt || withdrawalAsked || !task) return;
    const head = headOf(office, task.agencyId);
    if (head) offer(office, apology(office, life, head), at);
  });
}

function apology(office: Office, life: Life, { officerId, assignments }: StaffMember): Work {
  const [place] = assignments;
  if (!place) throw new RangeError(`${officerId} works nowhere`);
  const { words, calendarOf } = office.city;
  return {
    life,
    turn: life.turn,
    queue: office.queueOf(place.unitId, place.role),
    officerId,
    urgency: whoIsThere,
    minutes: { mean: 8, most: 20 },
    begin: () => {},
    finish: (officer, now) => {
      const { dueAt } = standing(life);
      const from = new Date(Math.max(now, life.lastAt, dueAt?.getTime() ?? 0));
      const promisedAt = addWorkingMinutes(from, life.chance.between(1, 4) * 480, calendarOf(place.agencyId));
      const request = { reason: life.chance.pick(words.apologies), promisedAt };
      // Meanwhile it may have been done after all.
      byOfficer(office.city, life, now, [officer, 'apologise'], request, apologise);
      return now;
    },
  };
}

/** Who leads an agency. */
export function headOf({ city }: Office, agencyId: string): StaffMember | undefined {
  return city.staff.find(({ assignments }) =>
    assignments.some((held) => held.agencyId === agencyId && (held.role === 'head' || held.role === 'signing leader')),
  );
}
