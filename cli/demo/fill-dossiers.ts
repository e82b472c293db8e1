import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tell } from '#cli/stages.ts';
import { dayOf, instantAt } from '#domain/calendar/day.ts';
import { addWorkingDays, hoursOf, isWorkingDay } from '#domain/calendar/working-calendar.ts';
import { papersOf } from '#domain/form/papers.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Chance, chanceOf } from '#domain/simulation/chance.ts';
import { receiptFor } from '#domain/simulation/receipt.ts';
import { keptMail } from '#server/gateways/mail/kept-mail.ts';
import type { House } from '#server/house.ts';
import { countDemoDossiers } from '#server/usecases/count-demo-dossiers.ts';
import { keepPaper } from '#server/usecases/issue-paper.ts';
import { listReceivers } from '#server/usecases/list-receivers.ts';
import { readForm } from '#server/usecases/read-form.ts';
import { readProcedure } from '#server/usecases/read-procedure.ts';
import { receiveAtCounter } from '#server/usecases/receive-at-counter.ts';
import { type Reference, referenceOf } from '#server/usecases/reference.ts';
import { relayOutbox } from '#server/usecases/relay-outbox.ts';
import { searchProcedures } from '#server/usecases/search-procedures.ts';
import { submitDossier } from '#server/usecases/submit-dossier.ts';
import { giveSome, rateSome } from './listening.ts';
import { answersOf, type Invented, readInvented } from './people.ts';
import { atTime, type Pace, playOn } from './play.ts';

const dossierCount = 300;
const workingDays = 40;

/** Of them, those that came over the net within the last hour and a half, so that some still wait to be received. */
const waitingCount = 6;

/** While one waits for the disk, another is decided on. */
const atOnce = 4;

/**
 * Dossiers of the last 40 working days, in every state, early, on time and late, with ratings: made through the same acts
 * as everyone's, with the clock handed in, of people who do not exist, and marked as the demonstration's.
 *
 * What is there already stays; a filling that was interrupted goes on.
 */
export async function fillDossiers(house: House, tell: Tell): Promise<void> {
  const from = await countDemoDossiers(house);
  if (from >= dossierCount) return;
  // Nobody is written to: what would be sent is kept, whatever mail server the settings name.
  const quiet: House = { ...house, mail: keptMail };
  const today = house.now();
  const reference = await referenceOf(quiet);
  const invented = readInvented(house.root);
  const plan = await planArrivals(quiet, reference, today);
  const left = [...plan.entries()].slice(from).reverse();
  let done = from;
  const play = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await playOne(quiet, reference, invented, next[1], today, chanceOf(next[0] + 1));
      tell('dossiers', ++done, plan.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, play));
  if (from === 0) await giveSome(quiet, reference, invented, today, chanceOf(4));
  // Their papers and messages were made on the way, each with its own clock.
  await relayOutbox(house, () => []);
}

type Arrival = { readonly at: Date; readonly version: ProcedureVersion; readonly receivingAgencyId: string; readonly online: boolean };

/** Who comes when and for what, in the order of time. */
async function planArrivals(house: House, reference: Reference, today: Date): Promise<readonly Arrival[]> {
  const chance = chanceOf(2018);
  const calendar = reference.calendarOf('trung-tam');
  const [birth, business, funeral] = await Promise.all(['HGX-001', 'HG-125', 'HG-228'].map((id) => readProcedure(house, id)));
  const others = await listReceived(house);
  const arrivals: Arrival[] = [];
  while (arrivals.length < dossierCount) {
    const back = chance.between(0, workingDays);
    const day = addWorkingDays(dayOf(today), -back, calendar);
    const hours = isWorkingDay(day, calendar) ? hoursOf(day, calendar) : undefined;
    const lot = chance.part();
    const version = (lot < 0.2 ? birth : lot < 0.36 ? business : lot < 0.42 ? funeral : undefined) ?? chance.pick(others);
    const receivers = await listReceivers(house, version);
    const justNow = arrivals.length < waitingCount;
    const online = justNow || chance.happens(0.4);
    // At the counter while it is open, over the net from early to late.
    const at = justNow
      ? new Date(today.getTime() - chance.between(5, 90) * 60_000)
      : online || !hours
        ? instantAt(day, chance.between(6 * 60, 22 * 60))
        : instantAt(day, chance.pick([chance.between(455, 685), chance.between(815, 1020)]));
    if (receivers.length > 0 && at < today) arrivals.push({ at, version, receivingAgencyId: chance.pick(receivers).agencyId, online });
  }
  return arrivals.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** All procedures that can be handed in at the centre or at a ward. */
async function listReceived(house: House): Promise<readonly ProcedureVersion[]> {
  const all: ProcedureVersion[] = [];
  for (let after: string | null = null; ; ) {
    const { procedures, next } = await searchProcedures(house, { after, limit: 200 });
    all.push(...procedures.filter(({ reception }) => reception !== 'agency'));
    if (next === null) return all;
    after = next;
  }
}

const paces: readonly (readonly [probability: number, pace: Pace])[] = [
  [0.72, [0.25, 0.85]],
  [0.16, [0.8, 1.05]],
  [0.12, [1.1, 2.2]],
];

async function playOne(
  house: House,
  reference: Reference,
  invented: Invented,
  arrival: Arrival,
  today: Date,
  chance: Chance,
): Promise<void> {
  const born = await bear(house, reference, invented, arrival, chance);
  const lot = chance.part();
  const [, pace] = paces.find(([, __], i) => lot < paces.slice(0, i + 1).reduce((sum, [part]) => sum + part, 0)) ?? [0, [1, 1] as const];
  const left = await playOn({ house, reference, invented, chance, pace, ...born, until: today }, arrival.at);
  await rateSome(house, invented, left, born.dossierId, today, chance);
}

async function bear(
  house: House,
  reference: Reference,
  invented: Invented,
  { at, version, receivingAgencyId, online }: Arrival,
  chance: Chance,
) {
  const then = atTime(house, at);
  const form = await readForm(then, version);
  const papers = papersOf(version.components, form).filter(({ sending }) => sending === 'sent');
  const { digest } = await keepPaper(then, samplePage(house.root));
  const submission = {
    commandId: crypto.randomUUID(),
    procedureId: version.procedureId,
    version: version.version,
    receivingAgencyId,
    answers: answersOf(version, invented, chance, dayOf(at)),
    files: online ? papers.map(({ component }) => ({ componentNo: component.no, digest, name: `giay-${component.no}.pdf` })) : [],
    trial: false,
    demo: true,
  };
  const unit = reference.unitOf(receivingAgencyId, 'one-stop') ?? '';
  const { officerId } = chance.pick(reference.holdersOf(unit, 'receiving officer'));
  const officer = reference.officers.find((one) => one.officerId === officerId);
  const answer =
    online || !officer
      ? await submitDossier(then, form, submission)
      : await receiveAtCounter(then, officer, form, submission, receiptFor(version, chance));
  if (isRefusal(answer)) throw new Error(`${version.procedureId}: ${JSON.stringify(answer)}`);
  return { code: answer.code, dossierId: answer.dossierId };
}

function samplePage(root: string): Uint8Array {
  return readFileSync(path.join(root, 'data/demo/sample-paper.pdf'));
}
