import { type Decision, refuse } from '#domain/refusal.ts';
import { goOn, readyAt } from './branches.ts';
import type { Dossier, Waiting } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/** Which node of the way it is about. */
export type AtNode = { readonly nodeId: string };

/**
 * The time of a timer has come: its token goes on. While the clock stands still no timer fires; each is set back by what was waited.
 *
 * @returns `timer fired`, where the return opens by it `result ready` too, or a refusal: `wrong-state` unless the clock runs, the timer is
 *   set and its time has come
 */
export function fireTimer(dossier: Dossier, { nodeId }: AtNode, facts: Facts): Decision<DossierEvent> {
  const waiting = waitingAt(dossier, nodeId);
  if (!waiting?.dueAt || facts.now < waiting.dueAt) return refuse('wrong-state', { state: dossier.state });
  const went = goneFrom(dossier, nodeId, facts);
  if (!went) return refuse('wrong-state', { state: dossier.state });
  const { stands, name, ready } = went;
  return [{ type: 'timer fired', at: facts.now, nodeId, name, ...stands }, ...ready];
}

/** That a message came, in the words of the officer who has it before him. */
export type Message = AtNode & { readonly note: string };

/**
 * Records that a message which a way waits for has come: what waited for it goes on.
 *
 * @returns `message came`, where the return opens by it `result ready` too, or a refusal: `wrong-state` unless the clock runs and it is
 *   waited for
 */
export function recordMessage(dossier: Dossier, { nodeId, note }: Message, facts: Facts): Decision<DossierEvent> {
  const waiting = waitingAt(dossier, nodeId);
  const went = waiting && messagesAwaited(dossier).some((one) => one.nodeId === nodeId) ? goneFrom(dossier, nodeId, facts) : undefined;
  if (!went) return refuse('wrong-state', { state: dossier.state });
  const { stands, name, ready } = went;
  return [{ type: 'message came', at: facts.now, nodeId, name, ...stands, sealed: { note } }, ...ready];
}

/** The messages that are waited for now. */
export function messagesAwaited({ tokens = [], routing }: Dossier): readonly { readonly nodeId: string; readonly name: string }[] {
  const messages = routing?.nodes.filter(({ kind }) => kind === 'message') ?? [];
  return messages.filter(({ id }) => tokens.some(({ nodeId }) => nodeId === id)).map(({ id, name }) => ({ nodeId: id, name }));
}

/** What waits for no task: timers with their time, messages without; a timer on a task stands beside it and is not waited for. */
export function awaited({ tokens = [], routing }: Dossier): readonly { readonly name: string; readonly dueAt: Date | null }[] {
  const kinds = new Map(routing?.nodes.map((node) => [node.id, node]));
  return tokens.flatMap(({ nodeId, flowId, dueAt }) => {
    const node = kinds.get(nodeId);
    return flowId === null && (node?.kind === 'timer' || node?.kind === 'message') ? [{ name: node.name, dueAt }] : [];
  });
}

function waitingAt(dossier: Dossier, nodeId: string): Waiting | undefined {
  return isRunning(dossier) ? dossier.tokens?.find((token) => token.nodeId === nodeId && token.flowId === null) : undefined;
}

/** No officer stands at a choice behind a timer or a message: where nothing is said, its default or first flow is gone. */
function goneFrom(dossier: Dossier, nodeId: string, facts: Facts) {
  const { routing, given = {}, task } = dossier;
  if (!routing) return undefined;
  const went = goOn(dossier, routing, { from: nodeId, endedNo: null, officerId: null, given, ways: [], must: false }, facts);
  if ('undecided' in went) return undefined;
  const { opened: _, isReady, ...stands } = went;
  const isReceived = dossier.state === 'received' && stands.task?.no === task?.no;
  const name = routing.nodes.find(({ id }) => id === nodeId)?.name ?? '';
  return {
    name,
    stands: { ...stands, state: isReceived ? dossier.state : 'in progress' } as const,
    ready: isReady ? readyAt(dossier, facts) : [],
  };
}
