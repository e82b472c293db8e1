import type { Officer } from '#domain/access/actor.ts';
import { splitWorkingMinutes } from '#domain/calendar/time-left.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { outcomeOf } from '#domain/dossier/clock.ts';
import type { Task } from '#domain/dossier/dossier.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { noteLines } from '#domain/dossier/note.ts';
import { taskSpans } from '#domain/dossier/task-spans.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { renderPaper } from '#server/papers/render.ts';
import { type Hand, type Transfer, transferSlip } from '#server/papers/transfer-slip/content.ts';
import { headOf, type Occasion, occasionOf } from './occasion.ts';
import { type Download, mayReadFiles } from './read-file.ts';

/**
 * The slip that goes with a dossier: who had it from when to when. It is made anew whenever it is asked for; that it was read is recorded.
 *
 * @returns a refusal when the officer may not read the dossier; `undefined` when there is none, or it is not received yet
 */
export async function readTransferSlip(house: House, officer: Officer, code: string): Promise<Download | Refusal | undefined> {
  const reading = await mayReadFiles(house, officer, code, 'transfer slip');
  if (!reading || isRefusal(reading)) return reading;
  const occasion = await occasionOf(house, code, reading.history.length);
  const { receivedAt, promisedAt, dueAt, owedAt } = occasion?.dossier ?? {};
  const owed = dueAt ?? owedAt ?? promisedAt;
  if (!occasion?.submission || !receivedAt || !owed) return undefined;

  const { dossier, recorded, submission, version, receivingAgency, addresses, reference } = occasion;
  const now = house.now();
  const content = transferSlip({
    ruleSet: dossier.ruleSet,
    ...headOf(receivingAgency, reference),
    number: null,
    at: now,
    code,
    checkAt: addresses.checkAt(recorded.version, recorded.hash),
    trial: dossier.trial,
    applicant: submission.applicant.name,
    procedure: version.name,
    receivedAt,
    dueAt: owed,
    transfers: transfersOf(occasion, owed),
  });
  const pdf = await renderPaper(house.root, 'transfer-slip', content, { now });
  return { name: `phieu-kiem-soat-${code}.pdf`, mediaType: 'application/pdf', sizeBytes: pdf.byteLength, content: whole(pdf) };
}

type Opening = { readonly recorded: Recorded; readonly task: Task };

function transfersOf(occasion: Occasion, owed: Date): readonly Transfer[] {
  const { history, dossier } = occasion;
  const openings = history.reduce<readonly Opening[]>(openingsWith, []);
  return openings.map(({ recorded, task }, i) => {
    const next = dossier.routing ? endOf(occasion, task) : (openings[i + 1]?.recorded.event.at ?? dossier.closedAt);
    const planned = task.plannedAt ?? owed;
    return {
      step: dossier.plan.find(({ no }) => no === task.stepNo)?.name ?? '',
      from: handOf(occasion, recorded.by.agencyId || dossier.receivingAgencyId, recorded.by.personId),
      to: handOf(occasion, task.agencyId, holderOf(occasion, task)),
      handedAt: recorded.event.at,
      dueAt: planned,
      planned: inWords(workingMinutesBetween(recorded.event.at, planned, occasion.reference.calendarOf(task.agencyId))),
      doneAt: next,
      result: next && outcomeOf(next, planned),
      note: [...noteLines(recorded.event), ...inPlaceOf(occasion, recorded)].join(' '),
    };
  });
}

function inPlaceOf({ reference }: Occasion, { event }: Recorded): readonly string[] {
  const name = event.inPlaceOf && reference.officerNameOf(event.inPlaceOf.officerId);
  return name ? [`Làm thay ${name}.`] : [];
}

function endOf({ history }: Occasion, { no }: Task): Date | null {
  const events = history.map(({ event }) => event);
  const ended = taskSpans(events).find(({ task }) => task.no === no)?.endedBy ?? null;
  return ended === null ? null : (events[ended]?.at ?? null);
}

/** A hand-over that was taken back was none: the task before it goes on. */
function openingsWith(openings: readonly Opening[], recorded: Recorded): readonly Opening[] {
  const { event } = recorded;
  switch (event.type) {
    case 'received':
    case 'handed on':
    case 'sent back':
    case 'refused':
    case 'reopened':
    case 'timer fired':
    case 'message came':
    case 'moved to version': {
      const open = [...(event.task ? [event.task] : []), ...(event.beside ?? [])];
      return [...openings, ...open.filter(({ no }) => !openings.some(({ task }) => task.no === no)).map((task) => ({ recorded, task }))];
    }
    case 'hand-over withdrawn':
      return [...openings.slice(0, -2), ...openings.slice(-2, -1).map((before) => ({ ...before, task: event.task }))];
    default:
      return openings;
  }
}

/** Who had the task in the end: the last one who took it or to whom it was given. */
function holderOf({ history }: Occasion, { no, officerId }: Task): string | null {
  let open = 0;
  let holder = officerId;
  for (const { event } of history) {
    if ('task' in event && event.task) open = event.task.no;
    if ('taskNo' in event && event.taskNo !== undefined) open = event.taskNo;
    if (open === no && (event.type === 'taken' || event.type === 'assigned')) holder = event.officerId;
  }
  return holder;
}

function handOf({ reference }: Occasion, agencyId: string, officerId: string | null): Hand {
  return { agency: reference.agencyOf(agencyId).shortName, officer: (officerId && reference.officerNameOf(officerId)) ?? '' };
}

function inWords(minutes: number): string {
  const { days, hours, minutes: rest } = splitWorkingMinutes(minutes);
  const parts = [days > 0 ? `${days} ngày` : '', hours > 0 ? `${hours} giờ` : '', rest > 0 ? `${rest} phút` : ''].filter(
    (part) => part !== '',
  );
  return parts.length > 0 ? `${parts.join(' ')} làm việc` : '';
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
