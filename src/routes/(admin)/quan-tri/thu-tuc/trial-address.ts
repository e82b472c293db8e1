import type { TriedMove } from '#domain/workflow/try-out.ts';

/** How far a trial has come, as its address says it: each move as `di=node`, at a choice `di=node~flow`. */
export function readTrialAddress(params: URLSearchParams): readonly TriedMove[] {
  return params.getAll('di').slice(0, mostMoves).map(readMove);
}

/** The address of a trial that stands here. */
export function trialAddress(moves: readonly TriedMove[]): string {
  const params = new URLSearchParams(moves.map(({ nodeId, flowId }) => ['di', flowId === null ? nodeId : `${nodeId}~${flowId}`]));
  return params.size > 0 ? `?${params}` : '?';
}

const mostMoves = 500;

function readMove(said: string): TriedMove {
  const [nodeId = '', flowId = null] = said.split('~');
  return { nodeId, flowId };
}
