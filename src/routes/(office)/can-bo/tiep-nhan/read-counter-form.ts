import type { PaperAtCounter } from '#domain/dossier/at-counter.ts';
import type { Answers } from '#domain/form/form.ts';
import type { Paper } from '#domain/form/papers.ts';
import { answersFrom } from '#domain/form/typed.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { wordsFor } from '#lib/words/words.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import type { FilledCounter } from '#server/usecases/hand-in-at-counter.ts';
import type { Counter, CounterProcedure } from '#server/usecases/open-counter.ts';

/** The page of the counter as it was typed. */
export type CounterTyped = FilledCounter & { readonly query: string };

/** What has to be known before the rest can be read: which procedure's questions were sent, and which is asked for now. */
export type AskedCounter = {
  readonly commandId: string;
  readonly query: string;
  readonly shown: { readonly procedureId: string; readonly version: number };
  readonly procedureId: string;
};

/** @returns `malformed` when it is no form of ours */
export function readAsked(form: FormData): AskedCounter | Refusal {
  const typed = typedIn(form);
  const [commandId, chosen, version] = [typed('command'), typed('choose'), Number(typed('version') || 0)];
  if (!isUuid(commandId) || !Number.isSafeInteger(version)) return refuse('malformed');
  const shown = { procedureId: typed('procedure-id'), version };
  return { commandId, query: typed('procedure').slice(0, 200), shown, procedureId: chosen || shown.procedureId };
}

/** All that was typed. Of a procedure that was chosen only now nothing was asked yet: its part begins with what is usual. */
export function readCounterForm(form: FormData, asked: AskedCounter, counter: Counter): CounterTyped {
  const typed = typedIn(form);
  const box = (name: string) => typed(name).replaceAll('\r\n', '\n').normalize('NFC');
  const { procedure } = counter;
  const isNew = procedure?.line.procedureId !== asked.shown.procedureId;
  const fresh = freshCounter(asked, counter);
  return {
    ...fresh,
    version: isNew ? fresh.version : asked.shown.version,
    answers: answersFrom(
      [counter.applicantPage, ...(procedure?.pages ?? [])].flatMap(({ questions }) => questions),
      typed,
    ),
    papers: isNew ? fresh.papers : (procedure?.papers ?? []).map(({ component }) => paperIn(component, box)),
    money: isNew ? fresh.money : { amount: box('fee'), paid: box('fee-paid'), reason: box('fee-reason') },
    note: box('note'),
    supplement: { others: box('gaps'), explanation: box('explanation'), answerOn: box('answer-on') || fresh.supplement.answerOn },
    decline: { reasons: box('reasons'), ground: box('ground') },
  };
}

/** An empty counter: nobody stands there yet, or a procedure was just chosen. */
export function freshCounter(
  { commandId, query }: Pick<AskedCounter, 'commandId' | 'query'>,
  { procedure, answerOn }: Counter,
): CounterTyped {
  return {
    commandId,
    query,
    procedureId: procedure?.line.procedureId ?? '',
    version: procedure?.version ?? 0,
    answers: usualAnswers,
    papers: (procedure?.papers ?? []).map(usualPaper),
    money: { amount: feeOf(procedure), paid: 'cash', reason: '' },
    note: '',
    supplement: { others: '', explanation: '', answerOn: written.day(answerOn) },
    decline: { reasons: '', ground: '' },
  };
}

/** What the answers themselves make need not be handed in: it is in order, and no copy of it came. */
function usualPaper({ component: { no, condition, originals, copies }, sending }: Paper): PaperAtCounter {
  const isMade = sending === 'made from the answers';
  return {
    no,
    applies: condition === null,
    originals: isMade ? '' : String(originals || ''),
    copies: isMade ? '' : String(copies || ''),
    inOrder: isMade,
    gap: '',
  };
}

/** What stands in a box is written as it is read there, whatever language the page is in. */
const written = wordsFor('vi');

/** What most customers answer. */
const usualAnswers: Answers = { 'applicant-kind': 'self', collection: 'counter' };

function paperIn({ no, condition }: CounterProcedure['papers'][number]['component'], box: (name: string) => string): PaperAtCounter {
  return {
    no,
    applies: condition === null || box(`applies-${no}`) === 'yes',
    originals: box(`originals-${no}`),
    copies: box(`copies-${no}`),
    inOrder: box(`in-order-${no}`) === 'yes',
    gap: box(`gap-${no}`),
  };
}

/** Known when the catalogue states every amount. */
function feeOf(procedure: CounterProcedure | null): string {
  const known = (procedure?.fees ?? []).flatMap(({ feeVnd }) => (feeVnd === null ? [] : [feeVnd]));
  if (!procedure || known.length < procedure.fees.length) return '';
  const sum = known.reduce((all, fee) => all + fee, 0);
  return sum === 0 ? '' : written.number(sum);
}
