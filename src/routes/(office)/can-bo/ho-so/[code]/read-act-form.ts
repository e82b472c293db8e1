import { parseTypedMoment } from '#domain/calendar/typed.ts';
import type { Apology } from '#domain/dossier/apologise.ts';
import type { CheckedComponent, Gap, Reasons } from '#domain/dossier/events.ts';
import type { Message } from '#domain/dossier/fire.ts';
import type { HandOn, SendBack } from '#domain/dossier/hand-on.ts';
import type { MoveToVersion } from '#domain/dossier/move-to-version.ts';
import type { Receipt } from '#domain/dossier/receive.ts';
import type { Reopening } from '#domain/dossier/reopen.ts';
import type { Return, Signing } from '#domain/dossier/result.ts';
import type { PaymentRequest, Suspension } from '#domain/dossier/stand-still.ts';
import type { SupplementRequest } from '#domain/dossier/supplement.ts';
import type { WithdrawalAnswer } from '#domain/dossier/withdraw.ts';
import { isRefusal, type Refusal, type RefusalAt, refuse } from '#domain/refusal.ts';
import { parseTypedNumber } from '#domain/text/numbers.ts';
import { isStorable, isUuid } from '#domain/text/storable.ts';
import type { TypedCorrection } from '#server/usecases/correct-dossier.ts';
import { all, one, type Typed } from './typed.ts';

/** What a form was made of: the command's id, the version of the dossier that it showed, and of several open tasks the one it is for. */
export type Made = { readonly commandId: string; readonly seenVersion: number; readonly taskNo?: number };

/** What every form carries; `malformed` when it is none of ours, or holds what cannot be kept. */
export function readMade(typed: Typed): Made | Refusal {
  const commandId = one(typed, 'lenh');
  const seenVersion = Number(one(typed, 'ban'));
  const taskNo = Number(one(typed, 'nhiem-vu'));
  if (!isStorable(typed) || !isUuid(commandId) || !Number.isSafeInteger(seenVersion) || !Number.isSafeInteger(taskNo))
    return refuse('malformed');
  return { commandId, seenVersion, ...(taskNo > 0 ? { taskNo } : {}) };
}

/** What was not ticked was not received, whatever stands in its boxes: they show what is asked for. */
export function readReceipt(typed: Typed): Receipt | Refusal {
  const places = placesOf(typed);
  const components = all(typed, 'gt').map((no): CheckedComponent => {
    const inOrder = all(typed, 'dat').includes(no);
    const [originals, copies] = [places.count(`chinh-${no}`), places.count(`sao-${no}`)];
    return { no: Number(no), originals: inOrder ? originals : 0, copies: inOrder ? copies : 0, inOrder };
  });
  const feePaid = choiceOf(one(typed, 'nop'), ['cash', 'transfer', 'exempt']);
  const receipt = { components, feeVnd: places.count('phi', mostVnd), feePaid, note: places.text('ghi-chu') };
  return components.every(({ no }) => Number.isSafeInteger(no)) ? places.or(receipt) : refuse('malformed');
}

export function readSupplementRequest(typed: Typed): SupplementRequest | Refusal {
  const places = placesOf(typed);
  const named = all(typed, 'thieu').map((no): Gap => ({ component: places.text(`ten-${no}`), why: places.text(`vi-sao-${no}`) }));
  const others = places.lines('thieu-khac').map((line): Gap => ({ component: line, why: '' }));
  return places.or({
    gaps: [...named, ...others],
    explanation: places.text('giai-thich'),
    answerDueAt: places.moment('truoc-ngay', 'truoc-gio'),
    headReason: places.text('ly-do-lan-hai'),
  });
}

export function readReasons(typed: Typed): Reasons | Refusal {
  const places = placesOf(typed);
  return places.or({ reasons: places.lines('ly-do'), ground: places.text('can-cu') });
}

export function readHandOn(typed: Typed): HandOn | Refusal {
  const places = placesOf(typed);
  const to = one(typed, 'cho');
  return to === '' || isUuid(to)
    ? places.or({ note: places.text('ghi-chu'), toOfficerId: to || null, ...waysIn(typed) })
    : refuse('malformed');
}

/** Flows that were named at choices, each under the number of its choice. */
function waysIn(typed: Typed): Pick<HandOn, 'ways'> {
  const ways = Object.keys(typed).flatMap((name) => (name.startsWith('huong-') ? all(typed, name).filter((way) => way !== '') : []));
  return ways.length > 0 ? { ways } : {};
}

export function readMessage(typed: Typed): Message | Refusal {
  const places = placesOf(typed);
  return places.or({ nodeId: one(typed, 'thong-tin'), note: places.text('ghi-chu') });
}

export function readMove(typed: Typed): MoveToVersion | Refusal {
  const places = placesOf(typed);
  return places.or({ version: places.count('phien-ban'), reason: places.text('ly-do') });
}

export function readAssignment(typed: Typed): { readonly officerId: string } | Refusal {
  const officerId = one(typed, 'cho');
  if (officerId === '') return { refused: 'answers-incomplete', at: { cho: 'missing' } };
  return isUuid(officerId) ? { officerId } : refuse('malformed');
}

export function readSendBack(typed: Typed): SendBack | Refusal {
  const places = placesOf(typed);
  return places.or({ toStepNo: places.count('ve-buoc'), reason: places.text('ly-do') });
}

export function readReason(typed: Typed): { readonly reason: string } | Refusal {
  const places = placesOf(typed);
  return places.or({ reason: places.text('ly-do') });
}

export function readSigning(typed: Typed): Signing | Refusal {
  const digest = one(typed, 'dau');
  return /^[0-9a-f]{64}$/.test(digest) ? { digest } : refuse('malformed');
}

export function readReturn(typed: Typed): Return | Refusal {
  const places = placesOf(typed);
  const how = choiceOf(one(typed, 'cach-tra'), ['counter', 'post', 'electronic']);
  if (!how) places.wrong('cach-tra', 'missing');
  return places.or({ recipient: places.text('nguoi-nhan'), how: how ?? 'counter' });
}

export function readWithdrawalAnswer(typed: Typed): WithdrawalAnswer | Refusal {
  const places = placesOf(typed);
  const answer = choiceOf(one(typed, 'dong-y'), ['yes', 'no']);
  if (!answer) places.wrong('dong-y', 'missing');
  return places.or({ granted: answer === 'yes', reason: places.text('ly-do') });
}

export function readApology(typed: Typed): Apology | Refusal {
  const places = placesOf(typed);
  return places.or({ reason: places.text('ly-do'), promisedAt: places.moment('hen-ngay', 'hen-gio') });
}

export function readReopening(typed: Typed): Reopening | Refusal {
  const places = placesOf(typed);
  return places.or({ toStepNo: places.count('ve-buoc'), reason: places.text('ly-do') });
}

/** Boxes that every form has, and those of what was received; all others are the form's own questions. */
const notAnswers = /^(lenh|ban|bo|gt|dat|phi|nop|ghi-chu|ly-do|(chinh|sao)-\d+)$/;

export function readCorrection(typed: Typed): TypedCorrection | Refusal {
  const receipt = all(typed, 'gt').length > 0 ? readReceipt(typed) : null;
  if (isRefusal(receipt)) return receipt;
  const places = placesOf(typed);
  const names = Object.keys(typed).filter((name) => !notAnswers.test(name));
  return places.or({
    boxes: Object.fromEntries(names.map((name) => [name, places.text(name)])),
    components: receipt?.components ?? null,
    fee: receipt && { feeVnd: receipt.feeVnd, feePaid: receipt.feePaid },
    reason: places.text('ly-do'),
    removed: all(typed, 'bo'),
  });
}

export function readPaymentRequest(typed: Typed): PaymentRequest | Refusal {
  const places = placesOf(typed);
  const amountVnd = places.count('so-tien', mostVnd);
  return places.or({ amountVnd, setBy: places.text('co-quan'), ground: places.text('can-cu'), how: places.text('cach-nop') });
}

export function readPaymentProof(typed: Typed): { readonly proof: string } | Refusal {
  const places = placesOf(typed);
  return places.or({ proof: places.text('chung-tu') });
}

export function readSuspension(typed: Typed): Suspension | Refusal {
  const places = placesOf(typed);
  return places.or({ ground: places.text('can-cu'), reason: places.text('ly-do') });
}

/** How the result is made, but for the file. */
export function readDrafting(typed: Typed): { readonly made: 'from the answers' | 'uploaded'; readonly conclusion: string } | Refusal {
  const places = placesOf(typed);
  const made = choiceOf(one(typed, 'cach-lap'), ['from the answers', 'uploaded']);
  if (!made) places.wrong('cach-lap', 'missing');
  return places.or({ made: made ?? 'from the answers', conclusion: places.text('ket-luan') });
}

function choiceOf<Choice extends string>(typed: string, choices: readonly Choice[]): Choice | null {
  return choices.find((choice) => choice === typed) ?? null;
}

const longest = 4000;
const mostCopies = 999;
const mostVnd = 10_000_000_000;

/** Reads boxes and remembers what is wrong in each, so that all of it is said at once. */
function placesOf(typed: Typed) {
  const at: Record<string, RefusalAt> = {};
  const wrong = (name: string, what: RefusalAt) => {
    at[name] ??= what;
  };
  const text = (name: string) => {
    const said = one(typed, name);
    if (said.length > longest) wrong(name, 'too-long');
    return said;
  };
  return {
    wrong,
    text,
    lines: (name: string) =>
      text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    /** A whole number; nothing typed is none. */
    count(name: string, most = mostCopies) {
      const said = one(typed, name);
      const count = said === '' ? 0 : parseTypedNumber(said);
      if (count !== undefined && Number.isInteger(count) && count >= 0 && count <= most) return count;
      wrong(name, 'not-a-number');
      return 0;
    },
    moment(day: string, clock: string) {
      const moment = parseTypedMoment(one(typed, day), one(typed, clock));
      if (moment) return moment;
      wrong(day, one(typed, day) === '' ? 'missing' : 'not-a-date');
      return new Date(0);
    },
    /** The request, or all that is wrong with it. */
    or: <Request>(request: Request): Request | Refusal => (Object.keys(at).length > 0 ? { refused: 'answers-incomplete', at } : request),
  };
}
