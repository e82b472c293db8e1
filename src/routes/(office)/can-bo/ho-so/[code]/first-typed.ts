import type { Day } from '#domain/calendar/day.ts';
import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import { splitDate } from '#domain/form/date.ts';
import { boxesOf } from '#domain/form/typed.ts';
import { formatNumber } from '#domain/text/numbers.ts';
import { clockWords } from '#lib/words/times.ts';
import type { OfficerView } from '#server/usecases/read-dossier.ts';
import type { Typed } from './typed.ts';

/**
 * What stands in an act's form when it is opened: what is usual, ready to be changed.
 *
 * @param missing numbers of components that the form before left unticked
 */
export function firstTyped(act: OfficerAct, view: OfficerView, missing: readonly string[]): Typed {
  switch (act) {
    case 'receive dossier':
      return receiptTyped(view);
    case 'request supplement':
      return supplementTyped(view, missing);
    case 'draft result':
      return { 'cach-lap': ['from the answers'], 'ket-luan': [view.conclusion] };
    case 'return result':
      return { 'nguoi-nhan': [view.applicant?.name ?? ''], 'cach-tra': [view.applicant?.collection ?? 'counter'] };
    case 'correct dossier':
      return correctionTyped(view);
    case 'send back dossier':
      return { 've-buoc': [String(view.stepsBefore[0]?.no ?? '')] };
    case 'record message':
      return { 'thong-tin': [view.messages[0]?.nodeId ?? ''] };
    case 'hand on dossier':
      return Object.fromEntries(view.choices.map(({ usual }, no) => [`huong-${no}`, [usual ?? '']]));
    case 'reopen dossier':
      return { 've-buoc': [String(view.stepsToReopen.at(-1)?.no ?? '')] };
    case 'answer withdrawal':
      return { 'dong-y': ['yes'] };
    case 'apologise':
      return { 'hen-gio': [clockWords(view.answerMinute)] };
    default:
      return {};
  }
}

function receiptTyped({ components, version }: OfficerView): Typed {
  const counts = components
    .filter(({ kind }) => kind === 'handed in')
    .flatMap(({ no, originals, copies }): [string, string[]][] => [
      [`chinh-${no}`, [String(originals)]],
      [`sao-${no}`, [String(copies)]],
    ]);
  const known = version.fees.flatMap(({ feeVnd }) => (feeVnd === null ? [] : [feeVnd]));
  const fee = known.length === version.fees.length ? known.reduce((sum, vnd) => sum + vnd, 0) : 0;
  return { ...Object.fromEntries(counts), phi: [formatNumber(fee, 'vi')], nop: [''] };
}

function correctionTyped({ correctable }: OfficerView): Typed {
  if (!correctable) return {};
  const { pages, answers, received } = correctable;
  const boxes = pages.flatMap(({ questions }) => questions.flatMap((one) => Object.entries(boxesOf(one, answers[one.questionId] ?? ''))));
  const counts = (received?.components ?? []).flatMap(({ no, originals, copies }): [string, string[]][] => [
    [`chinh-${no}`, [String(originals)]],
    [`sao-${no}`, [String(copies)]],
  ]);
  const inOrder = (received?.components ?? []).filter((component) => component.inOrder).map(({ no }) => String(no));
  const fee = received && { phi: [formatNumber(received.feeVnd, 'vi')], nop: [received.feePaid ?? ''], dat: inOrder };
  return { ...Object.fromEntries(boxes.map(([name, answer]) => [name, [answer]])), ...Object.fromEntries(counts), ...fee };
}

function supplementTyped({ components, answerDays, answerMinute }: OfficerView, missing: readonly string[]): Typed {
  const notInOrder = components
    .filter(({ checked, condition }) => checked && !checked.inOrder && condition === null)
    .map(({ no }) => String(no));
  const lastDay = answerDays.at(-1);
  return {
    thieu: missing.length > 0 ? missing : notInOrder,
    'truoc-ngay': lastDay ? [asTyped(lastDay)] : [],
    'truoc-gio': [clockWords(answerMinute)],
  };
}

/** A day as people here type it, in either language: `9/5/2018`. */
function asTyped(on: Day): string {
  const { day, month, year } = splitDate(on);
  return `${day}/${month}/${year}`;
}
