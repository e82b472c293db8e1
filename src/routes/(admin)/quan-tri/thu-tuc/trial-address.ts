import type { Answers, Question } from '#domain/form/form.ts';
import { answersFrom } from '#domain/form/typed.ts';
import type { TriedMove } from '#domain/workflow/try-out.ts';

/** A trial as its address says it: each move as `di=node`, at a choice `di=node~flow`; each box of an answer as `tl.box=…`. */
export type TrialAddress = { readonly moves: readonly TriedMove[]; readonly typed: readonly (readonly [box: string, value: string])[] };

export function readTrialAddress(params: URLSearchParams): TrialAddress {
  const typed = [...params].filter(([name, value]) => name.startsWith(answerBox) && value !== '').slice(0, mostBoxes);
  return { moves: params.getAll('di').slice(0, mostMoves).map(readMove), typed };
}

/** The address of a trial that stands here. */
export function trialAddress({ moves, typed }: TrialAddress): string {
  const said = moves.map(({ nodeId, flowId }) => ['di', flowId === null ? nodeId : `${nodeId}~${flowId}`]);
  const params = new URLSearchParams([...typed.map((one) => [...one]), ...said]);
  return params.size > 0 ? `?${params}` : '?';
}

/** A question as it is asked on the page of the trial: its boxes are called so that no move is meant by them. */
export function askedInTrial(question: Question): Question {
  return { ...question, questionId: `${answerBox}${question.questionId}` };
}

/** What was answered, by the ids that the questions have in their form. */
export function answersInTrial(questions: readonly Question[], { typed }: TrialAddress): Answers {
  const boxes = new Map(typed);
  const answers = answersFrom(questions.map(askedInTrial), (name) => boxes.get(name) ?? '');
  return Object.fromEntries(questions.map(({ questionId }) => [questionId, answers[`${answerBox}${questionId}`] ?? '']));
}

const answerBox = 'tl.';
const mostMoves = 500;
const mostBoxes = 200;

function readMove(said: string): TriedMove {
  const [nodeId = '', flowId = null] = said.split('~');
  return { nodeId, flowId };
}
