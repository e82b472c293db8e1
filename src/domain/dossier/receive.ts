import type { Component } from '#domain/procedure/procedure.ts';
import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import { timersOn } from './branches.ts';
import { openTask, sharesAt, startClock } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { CheckedComponent, DossierEvent, Reasons } from './events.ts';
import type { Facts } from './facts.ts';
import { hold } from './hold.ts';

export type Receipt = {
  readonly components: readonly CheckedComponent[];
  readonly feeVnd: number;
  readonly feePaid: 'cash' | 'transfer' | 'exempt' | null;
  readonly note: string;
};

/**
 * Takes a dossier in: from here on the clock runs, and the result is owed at the time that the receipt names.
 *
 * Every component that is always required has to be in order; for one that depends on a condition the officer's word counts.
 *
 * @returns `received`, or a refusal: `wrong-state` unless submitted, `component-missing` with all that are not in order,
 *   `taken-by-colleague`
 * @law TT-01-2018-VPCP receipt with appointment
 */
export function receive(dossier: Dossier, receipt: Receipt, facts: Facts): Decision<DossierEvent> {
  if (dossier.state !== 'submitted') return refuse('wrong-state', { state: dossier.state });
  const held = hold(dossier, facts);
  if (isRefusal(held)) return held;
  const missing = facts.version.components.filter((component) => isOwed(component) && !isInOrder(component, receipt));
  if (missing.length > 0) return refuse('component-missing', { component: missing.map(({ name }) => name).join('; ') });

  const clock = startClock(dossier, facts);
  const opened = openTask(dossier, held.step, clock.totalMinutes, facts, held.task.officerId ?? facts.by.personId);
  const { note, ...checked } = receipt;
  return [
    {
      type: 'received',
      at: facts.now,
      ...clock,
      ...checked,
      task: { ...opened, no: held.task.no },
      ...(dossier.routing ? { beside: [], tokens: timersOn(dossier.routing, held.step.nodeId ?? '', facts.now) } : {}),
      shares: sharesAt(dossier, held.step, clock.totalMinutes, facts),
      sealed: { note },
    },
  ];
}

/**
 * Sends an application back with its reasons before it was received; it never had a clock.
 *
 * @returns `not accepted`, or a refusal: `wrong-state` unless submitted or waiting for a supplement asked before receipt, `reason-missing`
 * @law ND-61-2018 reasons in writing, with the legal ground
 */
export function declineReceipt(dossier: Dossier, { reasons, ground }: Reasons, facts: Facts): Decision<DossierEvent> {
  const before = dossier.state === 'submitted' || (dossier.state === 'awaiting supplement' && dossier.receivedAt === null);
  if (!before) return refuse('wrong-state', { state: dossier.state });
  const held = hold(dossier, facts);
  if (isRefusal(held)) return held;
  if (reasons.length === 0) return refuse('reason-missing');
  return [...held.taking, { type: 'not accepted', at: facts.now, sealed: { reasons, ground } }];
}

/** Whether the citizen owes it in every case. */
export function isOwed({ condition, kind }: Component): boolean {
  return condition === null && kind !== 'made by the agency';
}

function isInOrder({ no }: Component, { components }: Receipt): boolean {
  return components.some((checked) => checked.no === no && checked.inOrder);
}
