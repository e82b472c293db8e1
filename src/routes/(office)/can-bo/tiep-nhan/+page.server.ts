import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { type CounterOutcome, handInAtCounter } from '#server/usecases/hand-in-at-counter.ts';
import { type Counter, openCounter } from '#server/usecases/open-counter.ts';
import { previewReceipt, type ReceiptPreview } from '#server/usecases/preview-receipt.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { type CounterTyped, freshCounter, readAsked, readCounterForm } from './read-counter-form.ts';

/** All that the page shows: what was typed, what it asks, the receipt so far, and what stands against it. */
export type Desk = {
  readonly typed: CounterTyped;
  readonly counter: Counter;
  readonly preview: ReceiptPreview | null;
  readonly refusal: Refusal | null;
};

/** An empty counter; `?thu-tuc=` begins with a procedure, `?q=` with a search. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const officer = officerOf(locals);
  const query = url.searchParams.get('q') ?? '';
  const counter = await openCounter(house, officer, { query, procedureId: url.searchParams.get('thu-tuc') ?? '' });
  const typed = freshCounter({ commandId: crypto.randomUUID(), query: query || nameOf(counter) }, counter);
  return { desk: await deskOf(locals, typed, counter, null) };
};

export const actions: Actions = {
  /** Searches, takes the procedure that was chosen, shows the receipt as it is by now. Nothing is written down. */
  async update(event) {
    const desk = await sentDesk(event);
    return isRefusal(desk) ? fail(400, { malformed: true }) : { desk };
  },
  receive: (event) => end(event, 'receive'),
  supplement: (event) => end(event, 'supplement'),
  decline: (event) => end(event, 'decline'),
};

async function end(event: RequestEvent, outcome: CounterOutcome) {
  const desk = await sentDesk(event);
  if (isRefusal(desk)) return fail(400, { malformed: true });
  const answer = await handInAtCounter(house, officerOf(event.locals), desk.typed, outcome);
  if (isRefusal(answer)) return fail(answer.refused === 'answers-incomplete' ? 422 : 409, { desk: { ...desk, refusal: answer } });
  redirect(303, `/can-bo/tiep-nhan/${encodeURIComponent(answer.code)}/da-nhan?in`);
}

async function sentDesk({ locals, request }: RequestEvent): Promise<Desk | Refusal> {
  const form = await request.formData();
  const asked = readAsked(form);
  if (isRefusal(asked)) return asked;
  const counter = await openCounter(house, officerOf(locals), asked);
  const isChosenNow = asked.procedureId !== asked.shown.procedureId;
  const typed = readCounterForm(form, isChosenNow ? { ...asked, query: nameOf(counter) } : asked, counter);
  return deskOf(locals, typed, isChosenNow ? { ...counter, found: [] } : counter, null);
}

async function deskOf(locals: App.Locals, typed: CounterTyped, counter: Counter, refusal: Refusal | null): Promise<Desk> {
  return { typed, counter, preview: await previewReceipt(house, officerOf(locals), typed), refusal };
}

function officerOf({ officer }: App.Locals) {
  return officer ?? error(401);
}

function nameOf({ procedure, receivedElsewhere }: Counter): string {
  return (procedure?.line ?? receivedElsewhere)?.name ?? '';
}
