import { inventionOf } from '#cli/simulate/invention.ts';
import type { Tell } from '#cli/stages.ts';
import { dayAt, dayNumber, dayOf } from '#domain/calendar/day.ts';
import { isClosed } from '#domain/dossier/dossier.ts';
import type { Exhibit } from '#domain/simulation/exhibits.ts';
import type { Simulated, Wanted } from '#domain/simulation/simulate.ts';
import { keptMail } from '#server/gateways/mail/kept-mail.ts';
import type { House } from '#server/house.ts';
import { countDemoDossiers } from '#server/usecases/count-demo-dossiers.ts';
import { fillDemoDossiers } from '#server/usecases/fill-demo-dossiers.ts';
import { referenceOf } from '#server/usecases/reference.ts';
import { giveThroughYear } from './listening.ts';
import { readInvented } from './people.ts';
import { tellLately } from './telling.ts';

/** So many dossiers are a year of the city; fewer are a shorter time, but never less than eight weeks. */
const aYear = { dossiers: 10_000, days: 365 } as const;
const leastDays = 56;

/** The three procedures that the demonstration is about are to be seen in each state in which they can be, and in which few stay for long. */
const shown = ['HGX-001', 'HG-125', 'HG-228'];
const exhibits: readonly Exhibit[] = shown.flatMap((procedureId): Exhibit[] => [
  { procedureId, state: 'submitted', daysBefore: 0, online: true },
  { procedureId, state: 'received', daysBefore: 0, online: false },
  { procedureId, state: 'in progress', daysBefore: procedureId === 'HGX-001' ? 1 : 5 },
  { procedureId, state: 'result ready', daysBefore: 10 },
  { procedureId, state: 'refused', daysBefore: 7 },
  { procedureId, state: 'stopped', daysBefore: 40 },
  { procedureId, state: 'awaiting supplement', daysBefore: 5 },
  // A birth is registered on the day: there is no time for these.
  ...(procedureId === 'HGX-001'
    ? []
    : ([
        { procedureId, state: 'awaiting payment', daysBefore: 7 },
        { procedureId, state: 'suspended', daysBefore: 9 },
      ] as const)),
]);

/** What came within so many days, of the procedures that are shown what is open longer, has its messages written down and its papers made. */
const latelyDays = { any: 3, shown: 21 } as const;

/** Results of so many days are made from the answers, of the procedures with a form of their own longer: each takes two papers to make. */
const drawnDays = { standard: 7, ownForm: 30 } as const;

/**
 * The city's last year up to now: dossiers in every state, early, on time and late, ratings and feedback, of people who do not exist,
 * all marked as the demonstration's. Nobody is written to: what would be sent is kept, whatever mail server the settings name.
 *
 * What is there already stays; a filling that was interrupted begins anew.
 */
export async function fillDossiers(house: House, dossiers: number, tell: Tell): Promise<void> {
  if ((await countDemoDossiers(house)) > 0) return;
  const quiet: House = { ...house, mail: keptMail };
  const today = house.now();
  const invented = readInvented(house.root);
  const invention = { ...inventionOf(house.root), exhibits, isDrawnUp: drawnUpUntil(today) };
  const wanted = await wantedUntil(quiet, today, dossiers, invention.calendarAgencyId);
  const lately: Simulated[] = [];
  const isBrought = await fillDemoDossiers(quiet, wanted, invention, {
    tell(simulated, done) {
      if (isLately(simulated, today)) lately.push(simulated);
      if (done % 50 === 0) tell('dossiers', done, wanted.dossiers);
    },
    also: (inside) => giveThroughYear(inside, invented, wanted, tell),
  });
  if (isBrought) await tellLately(quiet, lately, tell);
}

function isLately({ dossier }: Simulated, today: Date): boolean {
  const days = shown.includes(dossier.procedureId) && !isClosed(dossier) ? latelyDays.shown : latelyDays.any;
  return dossier.submittedAt > addedDays(today, -days);
}

/** As far back as the calendar goes; where that is not far enough, so many fewer come. */
async function wantedUntil(house: House, today: Date, dossiers: number, calendarAgencyId: string): Promise<Wanted> {
  const { firstDay } = (await referenceOf(house)).calendarOf(calendarAgencyId);
  const days = Math.min(aYear.days, Math.max(leastDays, Math.round((aYear.days * dossiers) / aYear.dossiers)));
  const from = Math.max(dayNumber(dayOf(today)) - days, firstDay);
  const share = (dayNumber(dayOf(today)) - from) / days;
  return { dossiers: Math.round(dossiers * share), seed: 'demo', span: { from: dayAt(from), until: today } };
}

function drawnUpUntil(today: Date): ReturnType<typeof inventionOf>['isDrawnUp'] {
  return ({ formId }, at) => at > addedDays(today, -drawnDays[formId === 'standard' ? 'standard' : 'ownForm']);
}

function addedDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
