import type { Officer } from '#domain/access/actor.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { acknowledgeFeedback } from '#server/usecases/acknowledge-feedback.ts';
import type { Acted } from '#server/usecases/act-on-dossier.ts';
import { answerFeedback } from '#server/usecases/answer-feedback.ts';
import { handFeedbackOn } from '#server/usecases/hand-on-feedback.ts';
import { publishFeedback } from '#server/usecases/publish-feedback.ts';
import { withdrawPublication } from '#server/usecases/withdraw-publication.ts';
import type { FeedbackDoing } from './act-slugs.ts';

/** What stands in the boxes of any of the forms. */
export type TypedAct = {
  readonly commandId: string;
  readonly text: string;
  readonly answer: string;
  readonly agency: string;
  readonly note: string;
  readonly named: readonly string[];
};

export function typedFrom(form: FormData): TypedAct {
  const typed = typedIn(form);
  return {
    commandId: isUuid(typed('command')) ? typed('command') : crypto.randomUUID(),
    text: typed('text'),
    answer: typed('answer'),
    agency: typed('agency'),
    note: typed('note'),
    named: form.getAll('named').map(String),
  };
}

/** Does what a form asks for. */
export function doAct(
  doing: FeedbackDoing | 'withdraw',
  officer: Officer,
  code: string,
  { commandId, text, answer, agency, note, named }: TypedAct,
): Promise<Acted | Refusal | undefined> {
  switch (doing) {
    case 'acknowledge feedback':
      return acknowledgeFeedback(house, officer, { code, commandId, request: {} });
    case 'hand feedback on':
      return handFeedbackOn(house, officer, { code, commandId, request: { agencyId: agency, note, keptOut: named } });
    case 'answer feedback':
      return answerFeedback(house, officer, { code, commandId, request: { text } });
    case 'publish feedback':
      return publishFeedback(house, officer, { code, commandId, request: { text, answer } });
    case 'withdraw':
      return withdrawPublication(house, officer, { code, commandId, request: {} });
  }
}
