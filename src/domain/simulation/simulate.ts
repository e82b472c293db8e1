import { mayDo } from '#domain/access/access.ts';
import { type Actor, citizen, type StaffMember } from '#domain/access/actor.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { addWorkingMinutes, nextOpening } from '#domain/calendar/working-calendar.ts';
import { dossierCode } from '#domain/dossier/code.ts';
import type { Channel, Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { declineReceipt, receive } from '#domain/dossier/receive.ts';
import { type Application, submit } from '#domain/dossier/submit.ts';
import { requestSupplement } from '#domain/dossier/supplement.ts';
import { applicantOf } from '#domain/form/applicant.ts';
import { papersOf } from '#domain/form/papers.ts';
import { type Decision, isRefusal } from '#domain/refusal.ts';
import { nationalPhone } from '#domain/text/phone.ts';
import { type Arrivals, arrivalsIn, draw, type Lot, lotOver, type Span } from './arrivals.ts';
import { type Chance, chanceOfOne, type Seed, seedOf } from './chance.ts';
import type { City, CityAtWork, Offered, PlayedCity } from './city.ts';
import { askBack, follow } from './course.ts';
import { type Exhibit, exhibitsAmong } from './exhibits.ts';
import { commandIdOf, idAt, saltOf } from './ids.ts';
import { watchDueTime } from './lateness.ts';
import { bear, type Done, factsFor, type Life, standing, turnsTo } from './life.ts';
import { minutesOf, type Office, offer, openOffice } from './office.ts';
import { type Rated, ratingOf } from './ratings.ts';
import { receiptFor } from './receipt.ts';

/** How many dossiers, in which days, by which seed: the same again gives the same dossiers. */
export type Wanted = { readonly dossiers: number; readonly span: Span; readonly seed: string };

/** A dossier from its beginning to where it stands at the end of the span. */
export type Simulated = {
  readonly dossierId: string;
  readonly dossier: Dossier;
  readonly acts: readonly Done[];
  readonly labels: { readonly fieldId: string; readonly applicantName: string; readonly search: readonly string[] };
  readonly rating: Rated | null;
  readonly decidingAgencyId: string;
  readonly newSalt: () => string;
  /** It was written down before, by a run that was interrupted. */
  readonly isKept: boolean;
};

/** Of those who came, so many ask to have it back. */
const asksBack = 0.012;

/** Part of a step's time that a dossier lies: most go their way, some lie long whatever the load. */
const paces: readonly (readonly [upTo: number, least: number, most: number])[] = [
  [0.8, 0.2, 0.7],
  [0.97, 0.5, 0.9],
  [1, 0.8, 1.3],
];

/**
 * A span of the city's life, from one thing that happens to the next: people come, officers do one thing after the other while they are
 * at work, the most urgent first, and every act is decided by the rules that decide everybody's.
 * Lateness comes of what is too much at once, of leave, and seldom of what was left lying.
 *
 * @param kept code by dossier of what an interrupted run has written down: it gets the same again, and no new number
 * @returns dossiers in the order in which they are closed, then those that are still open
 */
export function* simulate(city: CityAtWork, wanted: Wanted, kept: ReadonlyMap<string, string> = new Map()): Generator<Simulated> {
  const { dossiers, span } = wanted;
  const seed = seedOf(`${wanted.seed} ${dossiers} ${span.from} ${dayOf(span.until)}`);
  const arrivals = arrivalsIn(span, dossiers, city.calendar, seed);
  const end = span.until.getTime();
  const office = openOffice({ ...city, endsAt: end }, span, dossiers, seed);
  const offered = lotOver(city.offered, ({ weight }) => weight);
  const exhibits = exhibitsAmong(arrivals, city.exhibits, end);
  const open = new Set<Life>();
  const { agenda, over } = office;
  for (let no = 0; ; ) {
    const comesAt = arrivals.at[no] ?? Number.POSITIVE_INFINITY;
    if (Math.min(comesAt, agenda.first()) > end) break;
    if (comesAt <= agenda.first()) {
      const life = newLife(arrivals, offered, seed, no, exhibits.get(no));
      open.add(come(office, life, comesAt, kept));
      no++;
    } else agenda.take()?.();
    for (let life = over.pop(); life; life = over.pop()) {
      open.delete(life);
      yield simulated(office.city, life);
    }
  }
  for (const life of open) if (life.dossier) yield simulated(office.city, life);
}

function simulated(city: PlayedCity, life: Life): Simulated {
  const { dossierId, offered, receivingAgencyId, done, chance, isKept } = life;
  const [first] = done[0]?.events ?? [];
  if (first?.type !== 'submitted' || !first.sealed) throw new Error('It did not begin with a submission');
  const { applicant } = first.sealed;
  const search = [applicant.identityNumber, nationalPhone(applicant.phone)];
  const labels = { fieldId: offered.version.fieldId, applicantName: applicant.name, search };
  const rating = ratingOf(city, life);
  const decidingAgencyId = offered.version.decidingAgencyId ?? receivingAgencyId;
  return { dossierId, dossier: standing(life), acts: done, labels, rating, decidingAgencyId, newSalt: () => saltOf(chance), isKept };
}

function newLife({ online }: Arrivals, lot: Lot<Offered>, seed: Seed, no: number, exhibit: Exhibit | undefined): Life {
  const chance = chanceOfOne(seed, no);
  const shown = exhibit && lot.things.find(({ version }) => version.procedureId === exhibit.procedureId);
  const offered = shown ?? draw(lot, chance);
  if (!offered) throw new RangeError('Nothing is offered');
  const receivingAgencyId = chance.pick(offered.receivers).agencyId;
  const life = { chance, offered, receivingAgencyId, online: online[no] === 1, staysIn: exhibit?.state ?? null, dossierId: '' };
  return { ...life, pace: paceOf(chance), done: [], dossier: null, lastAt: 0, turn: 0, hands: 0, isReopened: false, isKept: false };
}

function paceOf(chance: Chance): number {
  const lot = chance.part();
  const [, least, most] = paces.find(([upTo]) => lot < upTo) ?? [1, 1, 1];
  return least + (most - least) * chance.part();
}

/** Over the net it is there at once; at the counter one waits for an officer. */
function come(office: Office, life: Life, at: number, kept: ReadonlyMap<string, string>): Life {
  const { city } = office;
  if (life.online) {
    beginWith(office, life, new Date(at), kept, citizen, submit);
    return life;
  }
  const unitId = city.unitOf(life.receivingAgencyId, 'one-stop') ?? '';
  const finish = (officer: StaffMember, now: number) => {
    const by = mayDo(officer, 'receive at counter', { agencyId: life.receivingAgencyId });
    if (isRefusal(by)) throw new Error(`${officer.officerId} receives nothing at ${life.receivingAgencyId}`);
    beginWith(office, life, new Date(now), kept, by, (application, facts) => atCounter(city, life, application, facts));
    return life.lastAt;
  };
  const queue = office.queueOf(unitId, 'receiving officer');
  offer(office, { life, turn: 0, queue, officerId: null, urgency: -1, minutes: minutesOf.receive, begin: () => {}, finish }, at);
  return life;
}

type Begin = (application: Application, facts: Facts) => Decision<DossierEvent>;

function beginWith(office: Office, life: Life, now: Date, kept: ReadonlyMap<string, string>, by: Actor, begin: Begin): void {
  const { city } = office;
  const { chance, offered, receivingAgencyId, online } = life;
  const { version, form } = offered;
  const commandId = commandIdOf(chance);
  const dossierId = idAt(now, chance);
  const answers = city.answersOf(version, chance, dayOf(now));
  const channel: Channel = online ? 'online' : 'counter';
  const sent = online ? papersOf(version.components, form).filter(({ sending }) => sending === 'sent') : [];
  const files = sent.map(({ component }) => ({ componentNo: component.no, digest: city.pageDigest, name: `giay-${component.no}.pdf` }));
  const birth = city.birthOf(version, { channel, trial: false, demo: true, receivingAgencyId, submittedAt: now });
  const code = kept.get(dossierId) ?? newCode(city, receivingAgencyId, birth.ruleSet, now);
  const application: Application = {
    birth: { ...birth, code },
    form,
    submission: { applicant: applicantOf(answers), answers, fileNames: files.map(({ name }) => name) },
    files: files.map(({ componentNo, digest }) => ({ componentNo, digest })),
  };
  const { procedureId } = version;
  const request = { commandId, procedureId, version: version.version, receivingAgencyId, answers, files, trial: false, demo: true };
  life.dossierId = dossierId;
  life.isKept = kept.has(dossierId);
  bear(life, now, by, request, begin(application, factsFor(city, life, now, by)), commandId);
  watchDueTime(office, life);
  if (turnsTo(life, 'withdrawn', asksBack)) planAskingBack(office, life);
  follow(office, life);
}

function newCode(city: CityAtWork, agencyId: string, ruleSet: Dossier['ruleSet'], now: Date): string {
  const day = dayOf(now);
  return dossierCode(city.agencyOf(agencyId), ruleSet, day, city.codes.next(agencyId, day));
}

/** The citizen stands there: handed in and looked through are one act. */
function atCounter(city: City, life: Life, application: Application, facts: Facts): Decision<DossierEvent> {
  const submitted = submit(application, facts);
  if (isRefusal(submitted)) return submitted;
  const dossier = replay(submitted);
  const done = lookThrough(city, life, dossier, facts);
  return isRefusal(done) ? done : [...submitted, ...done];
}

function lookThrough(
  { words }: City,
  { chance, offered: { version }, staysIn }: Life,
  dossier: Dossier,
  facts: Facts,
): Decision<DossierEvent> {
  const lot = staysIn === null ? chance.part() : 1;
  if (lot < 0.02) return declineReceipt(dossier, { reasons: [chance.pick(words.refusals)], ground: '' }, facts);
  if (lot > 0.06) return receive(dossier, receiptFor(version, chance), facts);
  const [component] = version.components.filter(({ kind }) => kind !== 'made by the agency');
  const gaps = [{ component: component?.name ?? 'Đơn đề nghị', why: chance.pick(words.gaps) }];
  const answerDueAt = addWorkingMinutes(facts.now, 5 * 480, facts.calendarOf(dossier.receivingAgencyId));
  return requestSupplement(dossier, { gaps, explanation: chance.pick(words.explanations), answerDueAt, headReason: '' }, facts);
}

function planAskingBack(office: Office, life: Life): void {
  const calendar = office.city.calendarOf(life.receivingAgencyId);
  const at = addWorkingMinutes(nextOpening(new Date(life.lastAt), calendar), life.chance.between(60, 3000), calendar).getTime();
  office.agenda.put(at, () => askBack(office, life, at));
}
