import { dayOf, yearOf } from '#domain/calendar/day.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { resultNumber } from '#domain/dossier/result-number.ts';
import type { House } from '#server/house.ts';
import type { Finish, WholeAct } from '#server/store/simulated-dossiers.ts';
import { keepPaper } from './issue-paper.ts';
import { drawResult, issuingAgency, resultName } from './make-result.ts';
import { lastOf, occasionAfter } from './occasion.ts';

/**
 * A simulated result that is made from the answers becomes a paper: the draft when it is drawn up, the finished one when it gets its number,
 * each with the history's end of that moment, as everyone's. What is signed is the file that was drawn.
 */
export function drawSimulatedResult(house: House): Finish {
  return async (act, history) => {
    const drafted = act.events.find((event) => event.type === 'result drafted') ?? lastOf(history, 'result drafted');
    if (drafted?.made !== 'from the answers') return act;
    const conclusion = drafted.sealed?.conclusion ?? '';
    const events: DossierEvent[] = [];
    for (const event of act.events) {
      if (event.type === 'result drafted') events.push({ ...event, digest: await draw(house, history, event.at, conclusion) });
      else if (event.type === 'result signed') events.push({ ...event, digest: drafted.digest });
      else if (event.type === 'result numbered')
        events.push({ ...event, digest: await draw(house, history, event.at, conclusion, event.number) });
      else events.push(event);
    }
    return { ...act, request: requestOf(act, events), events };
  };
}

async function draw(house: House, history: readonly Recorded[], at: Date, conclusion: string, number?: string): Promise<string> {
  const then: House = { ...house, now: () => at };
  const occasion = await occasionAfter(then, history);
  const draftNumber = () => resultNumber(null, yearOf(dayOf(at)), resultName(occasion), issuingAgency(occasion));
  const drawing = { conclusion, isDraft: number === undefined, number: number ?? draftNumber(), signedBy: null };
  const pdf = await drawResult(then, occasion, drawing);
  return (await keepPaper(then, pdf)).digest;
}

/** What was asked names the same file. */
function requestOf({ request }: WholeAct, events: readonly DossierEvent[]): object {
  const named = events.findLast(
    (event) => event.type === 'result drafted' || event.type === 'result signed' || event.type === 'result numbered',
  );
  return named && 'digest' in request ? { ...request, digest: named.digest } : request;
}
