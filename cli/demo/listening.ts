import type { Tell } from '#cli/stages.ts';
import type { Officer } from '#domain/access/actor.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { addWorkingMinutes, nextOpening } from '#domain/calendar/working-calendar.ts';
import { handlersOf, routeFeedback } from '#domain/feedback/route.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { arrivalsIn } from '#domain/simulation/arrivals.ts';
import { type Chance, chanceOfOne, type Seed, seedOf } from '#domain/simulation/chance.ts';
import type { Wanted } from '#domain/simulation/simulate.ts';
import type { House } from '#server/house.ts';
import { acknowledgeFeedback } from '#server/usecases/acknowledge-feedback.ts';
import { answerFeedback } from '#server/usecases/answer-feedback.ts';
import { giveFeedback } from '#server/usecases/give-feedback.ts';
import { handFeedbackOn } from '#server/usecases/hand-on-feedback.ts';
import { publishFeedback } from '#server/usecases/publish-feedback.ts';
import { type Reference, referenceOf } from '#server/usecases/reference.ts';
import { atTime } from './at-time.ts';
import type { Invented, InventedFeedback } from './people.ts';

/** Of so many who apply, one tells the city something. */
const oneIn = 125;

/** What people told the city in this time, anonymously: acknowledged, handed on, answered and published as far as time was. */
export async function giveThroughYear(house: House, invented: Invented, { dossiers, span, seed }: Wanted, tell: Tell): Promise<void> {
  const reference = await referenceOf(house);
  const count = Math.max(invented.feedback.length, Math.round(dossiers / oneIn));
  const seeds = seedOf(`feedback ${seed} ${dossiers} ${span.from} ${dayOf(span.until)}`);
  const { at } = arrivalsIn(span, count, reference.calendarOf('trung-tam'), seeds);
  const texts = inTurn(invented.feedback, at.length, seeds);
  for (const [no, told] of texts.entries()) {
    const talk: Talk = { house, reference, invented, told, until: span.until, chance: chanceOfOne(seeds, no) };
    await give(talk, new Date(at[no] ?? 0));
    tell('feedback', no + 1, texts.length);
  }
}

/** Every text once before one is said again. */
function inTurn<Thing>(things: readonly Thing[], count: number, seed: Seed): readonly Thing[] {
  const chance = chanceOfOne(seed, -2);
  const all: Thing[] = [];
  while (all.length < count) {
    const left = [...things];
    while (left.length > 0) all.push(...left.splice(chance.between(0, left.length - 1), 1));
  }
  return all.slice(0, count);
}

/** Something that somebody tells, and how it is dealt with. */
type Talk = {
  readonly house: House;
  readonly reference: Reference;
  readonly invented: Invented;
  readonly told: InventedFeedback;
  /** Nothing happens after this moment. */
  readonly until: Date;
  readonly chance: Chance;
};

async function give(talk: Talk, at: Date): Promise<void> {
  const { house, reference, invented, told, chance } = talk;
  const { kind, about } = told;
  const wards = reference.agencies.filter(({ name }) => /^Ủy ban nhân dân phường/u.test(name));
  const agency = about === 'ward' ? chance.pick(wards).agencyId : about === 'centre' ? 'trung-tam' : undefined;
  const text = told.text.replace('{matter}', chance.pick(invented.matters));
  const consent = chance.happens(0.7) ? 'yes' : 'no';
  const given = await giveFeedback(atTime(house, at), {
    commandId: crypto.randomUUID(),
    answers: { kind, text, named: 'no', consent, ...(agency && { agency }) },
    demo: true,
  });
  if (isRefusal(given)) throw new Error(`feedback is not given: ${JSON.stringify(given)}`);
  await settle(talk, at, { code: given.code, text, aboutAgencyId: agency ?? null, isPublic: consent === 'yes' });
}

type Given = { readonly code: string; readonly text: string; readonly aboutAgencyId: string | null; readonly isPublic: boolean };

/** The director reads it and hands it on; who is responsible answers; the director publishes what may be published. */
async function settle(talk: Talk, givenAt: Date, { code, text, aboutAgencyId, isPublic }: Given): Promise<void> {
  const { reference, told, chance } = talk;
  const director = reference.officers.find(({ assignments }) => assignments.some(({ role }) => role === 'director'));
  if (!director) return;
  const command = <Request>(request: Request) => ({ code, commandId: crypto.randomUUID(), request });
  const readAt = await act(talk, givenAt, chance.between(30, 900), (house) => acknowledgeFeedback(house, director, command({})));
  if (!readAt) return;

  const concern = { kind: told.kind, aboutAgencyId, keptOut: [] };
  const agencyId = routeFeedback(concern, reference);
  const [handler] = agencyId ? handlersOf(agencyId, concern, reference) : [];
  const handedAt =
    agencyId && handler
      ? await act(talk, readAt, chance.between(20, 400), (house) =>
          handFeedbackOn(house, director, command({ agencyId, note: '', keptOut: [] })),
        )
      : readAt;
  if (!handedAt) return;
  const answersBy: Officer = handler ?? director;
  const minutes = chance.happens(0.93) ? chance.between(240, 4300) : chance.between(6800, 9000);
  const answeredAt = await act(talk, handedAt, minutes, (house) => answerFeedback(house, answersBy, command({ text: told.answer })));
  if (!answeredAt || !isPublic) return;
  await act(talk, answeredAt, chance.between(60, 900), (house) => publishFeedback(house, director, command({ text, answer: told.answer })));
}

/** So many working minutes later. @returns when; `undefined` when that has not come yet */
async function act(
  { house, reference, until }: Talk,
  after: Date,
  minutes: number,
  then: (house: House) => Promise<{ readonly version: number } | Refusal | undefined>,
): Promise<Date | undefined> {
  const calendar = reference.calendarOf('trung-tam');
  const at = addWorkingMinutes(nextOpening(after, calendar), minutes, calendar);
  if (at > until) return undefined;
  const answer = await then(atTime(house, at));
  if (!answer || isRefusal(answer)) throw new Error(`feedback at ${at.toISOString()}: ${JSON.stringify(answer)}`);
  return at;
}
