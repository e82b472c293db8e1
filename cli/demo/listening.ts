import { addWorkingMinutes } from '#domain/calendar/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Chance } from '#domain/simulation/chance.ts';
import type { House } from '#server/house.ts';
import { acknowledgeFeedback } from '#server/usecases/acknowledge-feedback.ts';
import { answerFeedback } from '#server/usecases/answer-feedback.ts';
import { giveFeedback } from '#server/usecases/give-feedback.ts';
import { rateDossier } from '#server/usecases/rate-dossier.ts';
import type { Reference } from '#server/usecases/reference.ts';
import type { Invented } from './people.ts';
import { atTime } from './play.ts';

/** Some who have their result in hand rate the service, within three days. */
export async function rateSome(
  house: House,
  invented: Invented,
  { code, state, closedAt }: Dossier,
  dossierId: string,
  today: Date,
  chance: Chance,
): Promise<void> {
  if (state !== 'returned' || !closedAt || chance.happens(0.4)) return;
  const at = new Date(closedAt.getTime() + chance.between(1, 72) * 3_600_000);
  if (at > today) return;

  const isGood = chance.happens(0.87);
  const score = isGood ? chance.between(4, 5) : chance.between(1, 3);
  const aspect = () => Math.min(5, Math.max(1, score + chance.between(-1, 1)));
  const aspects = { access: aspect(), procedure: aspect(), officer: aspect(), result: aspect(), comments: aspect() };
  const comment = chance.pick(isGood ? invented.goodComments : invented.poorComments);
  const answer = await rateDossier(atTime(house, at), { code, token: tokenOf(house.key, dossierId), score, aspects, comment });
  if (!answer || isRefusal(answer)) throw new Error(`${code} is not rated: ${JSON.stringify(answer)}`);
}

/** What people told the city in the last weeks, anonymously; the director has answered what has an answer. */
export async function giveSome(house: House, reference: Reference, invented: Invented, today: Date, chance: Chance): Promise<void> {
  const calendar = reference.calendarOf('trung-tam');
  const director = reference.officers.find(({ assignments }) => assignments.some(({ role }) => role === 'director'));
  for (const [i, { kind, text, answer }] of invented.feedback.entries()) {
    const at = addWorkingMinutes(new Date(today.getTime() - (i + 2) * 3 * 86_400_000), chance.between(30, 400), calendar);
    const about = kind === 'settlement' || kind === 'conduct' ? { agency: 'minh-khai' } : {};
    const given = await giveFeedback(atTime(house, at), {
      commandId: crypto.randomUUID(),
      answers: { kind, text, named: 'no', consent: 'yes', ...about },
      demo: true,
    });
    if (isRefusal(given)) throw new Error(`feedback is not given: ${JSON.stringify(given)}`);
    const later = addWorkingMinutes(at, chance.between(120, 600), calendar);
    if (!director || answer === '' || later > today) continue;

    // Where the director is kept out, it waits for the one whom the route has chosen.
    const command = <Request>(request: Request) => ({ code: given.code, commandId: crypto.randomUUID(), request });
    const seen = await acknowledgeFeedback(atTime(house, later), director, command({}));
    if (!isRefusal(seen)) await answerFeedback(atTime(house, addWorkingMinutes(later, 60, calendar)), director, command({ text: answer }));
  }
}
