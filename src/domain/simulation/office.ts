import type { Role, StaffMember } from '#domain/access/actor.ts';
import { addDays, dayNumber, dayOf, instantAt } from '#domain/calendar/day.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  nextOpening,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#domain/calendar/working-calendar.ts';
import type { StepKind } from '#domain/procedure/step.ts';
import { planSteps } from '#domain/workflow/plan.ts';
import type { Span } from './arrivals.ts';
import { type Chance, chanceOfOne, type Seed } from './chance.ts';
import type { City, PlayedCity } from './city.ts';
import { type Heap, newHeap } from './heap.ts';
import type { Life } from './life.ts';

/** Something that an officer of a queue, or this one officer, is to do with a dossier. */
export type Work = {
  readonly life: Life;
  readonly turn: number;
  readonly queue: Queue;
  readonly officerId: string | null;
  /** What is smaller comes first. */
  readonly urgency: number;
  readonly minutes: Minutes;
  readonly begin: (officer: StaffMember, at: number) => void;
  /** @returns when the officer is free again */
  readonly finish: (officer: StaffMember, at: number) => number;
};

/** The urgency of somebody who stands there: he is served before what lies there. */
export const whoIsThere = 0;

/** How long it takes on average where nobody is in haste or idle, and at most. */
export type Minutes = { readonly mean: number; readonly most: number };

export type Queue = {
  readonly unitId: string;
  readonly role: Role;
  readonly calendar: WorkingCalendar;
  readonly holders: readonly Desk[];
  readonly waiting: Heap<Work>;
  /** Whose turn it is when several are free. */
  turn: number;
};

/** An officer at work: on one thing at a time. */
export type Desk = {
  readonly officer: StaffMember;
  readonly calendar: WorkingCalendar;
  readonly queues: Queue[];
  readonly own: Heap<Work>;
  readonly daysAway: ReadonlySet<number>;
  readonly chance: Chance;
  /** Over 1 where there is little to do and things take their time, under 1 where many wait. */
  pace: number;
  isBusy: boolean;
  wakesAt: number;
};

export type Office = {
  readonly city: PlayedCity;
  readonly agenda: Heap<() => void>;
  readonly queueOf: (unitId: string, role: Role) => Queue;
  readonly deskOf: (officerId: string) => Desk;
  /** Those that nothing more will happen to, until they are handed over. */
  readonly over: Life[];
};

export const minutesOf: Readonly<Record<StepKind, Minutes>> = {
  receive: { mean: 10, most: 20 },
  appraise: { mean: 60, most: 150 },
  check: { mean: 12, most: 40 },
  sign: { mean: 6, most: 15 },
  number: { mean: 5, most: 12 },
  return: { mean: 5, most: 12 },
};

/**
 * The staff at its desks. How much each has to do follows from who comes for what; with what else is theirs to do,
 * every unit is busy most of its time, some more than others: there it gets late.
 */
export function openOffice(city: PlayedCity, span: Span, expected: number, seed: Seed): Office {
  const agenda = newHeap<() => void>();
  const desks = new Map(city.staff.map((officer, no) => [officer.officerId, newDesk(city, officer, span, chanceOfOne(seed, -2 - no))]));
  const queues = new Map<string, Queue>();
  for (const desk of desks.values()) {
    for (const { unitId, agencyId, role } of desk.officer.assignments) {
      const key = `${unitId} ${role}`;
      const queue = queues.get(key) ?? {
        unitId,
        role,
        calendar: city.calendarOf(agencyId),
        holders: [],
        waiting: newHeap<Work>(),
        turn: 0,
      };
      queues.set(key, { ...queue, holders: [...queue.holders, desk] });
    }
  }
  for (const queue of queues.values()) for (const desk of queue.holders) desk.queues.push(queue);
  const queueOf = known((key) => queues.get(key));
  setPaces(city, [...desks.values()], (unitId, role) => queueOf(`${unitId} ${role}`), span, expected);
  return {
    city,
    agenda,
    queueOf: (unitId, role) => queueOf(`${unitId} ${role}`),
    deskOf: known((officerId) => desks.get(officerId)),
    over: [],
  };
}

/** Lays work on the desks that it is for; whoever is there and free begins. */
export function offer(office: Office, work: Work, at: number): void {
  const { queue, officerId } = work;
  if (officerId !== null) {
    const desk = office.deskOf(officerId);
    desk.own.put(work.urgency, work);
    takeNext(office, desk, at);
    return;
  }
  queue.waiting.put(work.urgency, work);
  const { holders } = queue;
  const first = queue.turn++;
  for (let i = 0; i < holders.length && queue.waiting.size() > 0; i++) {
    const desk = holders[(first + i) % holders.length];
    if (desk && !desk.isBusy) takeNext(office, desk, at);
  }
}

/** The most urgent of all that waits for this officer; when he is not there, once he is. */
function takeNext(office: Office, desk: Desk, at: number): void {
  if (desk.isBusy) return;
  const thereAt = whenThere(desk, at);
  if (thereAt > at) {
    wake(office, desk, thereAt);
    return;
  }
  let work = mostUrgent(desk);
  while (work && work.turn !== work.life.turn) work = mostUrgent(desk);
  if (work) begin(office, desk, work, at);
}

function mostUrgent({ own, queues }: Desk): Work | undefined {
  let heap = own;
  for (const { waiting } of queues) if (waiting.first() < heap.first()) heap = waiting;
  return heap.take();
}

function begin(office: Office, desk: Desk, work: Work, at: number): void {
  const { life } = work;
  desk.isBusy = true;
  life.hands++;
  work.begin(desk.officer, at);
  const doneAt = whenDone(desk, work, at);
  office.agenda.put(doneAt, () => {
    life.hands--;
    const freeAt = work.finish(desk.officer, doneAt);
    office.agenda.put(freeAt, () => {
      desk.isBusy = false;
      takeNext(office, desk, freeAt);
    });
  });
}

function whenDone(desk: Desk, { minutes: { mean, most }, queue }: Work, at: number): number {
  const { chance, pace } = desk;
  const drawn = mean * pace * (0.35 - 0.65 * Math.log(1 - chance.part()));
  const minutes = Math.floor(Math.min(drawn, most) + chance.part());
  const doneAt = addWorkingMinutes(new Date(at), minutes, queue.calendar).getTime();
  return isAway(desk, doneAt) ? whenThere(desk, doneAt) + 30 * 60_000 : Math.max(at, doneAt);
}

function wake(office: Office, desk: Desk, at: number): void {
  if (desk.wakesAt === at) return;
  desk.wakesAt = at;
  office.agenda.put(at, () => takeNext(office, desk, at));
}

/** This moment when he is at work, or when he will be. */
function whenThere(desk: Desk, at: number): number {
  let there = nextOpening(new Date(at), desk.calendar);
  while (isAway(desk, there.getTime())) there = nextOpening(instantAt(addDays(dayOf(there), 1), 0), desk.calendar);
  return there.getTime();
}

function isAway({ daysAway }: Desk, at: number): boolean {
  return daysAway.size > 0 && daysAway.has(dayNumber(dayOf(new Date(at))));
}

function newDesk(city: City, officer: StaffMember, span: Span, chance: Chance): Desk {
  const [place] = officer.assignments;
  const calendar = place ? city.calendarOf(place.agencyId) : city.calendar;
  const isAlone = officer.assignments.some((place) => holdersIn(city, place) === 1);
  const daysAway = daysAwayIn(span, calendar, chance, isAlone ? alone : among);
  return { officer, calendar, queues: [], own: newHeap(), daysAway, chance, pace: 1, isBusy: false, wakesAt: 0 };
}

/** Days of leave and training a year, and how many at once. Who alone can do something is away for a day at most: then somebody stands in. */
type Leave = { readonly days: number; readonly most: number };
const among: Leave = { days: 14, most: 4 };
const alone: Leave = { days: 4, most: 1 };

function holdersIn({ staff }: City, { unitId, role }: StaffMember['assignments'][number]): number {
  return staff.filter(({ assignments }) => assignments.some((held) => held.unitId === unitId && held.role === role)).length;
}

function daysAwayIn({ from, until }: Span, calendar: WorkingCalendar, chance: Chance, { days, most }: Leave): ReadonlySet<number> {
  const length = Math.floor((until.getTime() - instantAt(from, 0).getTime()) / 86_400_000);
  const away = new Set<number>();
  for (let left = Math.round((length / 365) * days); left > 0; ) {
    const first = addDays(from, chance.between(0, Math.max(0, length - 1)));
    const several = Math.min(left, chance.between(1, most));
    for (let no = 0; no < several; no++) away.add(dayNumber(addWorkingDays(first, no, calendar)));
    left -= several;
  }
  return away;
}

/** Which part of their time units are busy: from half to more than all of an ordinary week before Tết. */
const busyness: readonly number[] = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

function setPaces(city: City, desks: readonly Desk[], queueOf: Office['queueOf'], span: Span, expected: number): void {
  const load = new Map<Queue, number>();
  const weights = city.offered.reduce((sum, { weight }) => sum + weight, 0);
  for (const { version, receivers, weight } of city.offered) {
    for (const { agencyId } of receivers) {
      const count = (expected * weight) / weights / receivers.length;
      for (const { unitId, role, kind } of planSteps(version.steps, agencyId, city.unitOf)) {
        const queue = queueOf(unitId, role);
        load.set(queue, (load.get(queue) ?? 0) + count * minutesOf[kind].mean);
      }
    }
  }
  for (const desk of desks) {
    const own = desk.queues.reduce((sum, queue) => sum + (load.get(queue) ?? 0) / queue.holders.length, 0);
    const there = workingMinutesBetween(instantAt(span.from, 0), span.until, desk.calendar) - desk.daysAway.size * 480;
    if (own > 0 && there > 0) desk.pace = Math.min(5, (desk.chance.pick(busyness) * there) / own);
  }
}

function known<Value>(find: (key: string) => Value | undefined): (key: string) => Value {
  return (key) => {
    const value = find(key);
    if (value === undefined) throw new RangeError(`Nobody is there for ${key}`);
    return value;
  };
}
