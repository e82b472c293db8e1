import type { Role } from '#domain/access/actor.ts';
import type { UnitKind } from '#domain/agency/agency.ts';
import { placeOf, type Step, type StepKind } from '#domain/procedure/step.ts';

/** A step of one dossier: the published step with its place filled in. It names units, never people. */
export type PlannedStep = {
  readonly no: number;
  readonly name: string;
  readonly kind: StepKind;
  readonly agencyId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly sharePct: number;
  /** The task that it is on a way that is drawn; absent where the steps are done one after the other. */
  readonly nodeId?: string;
  /** The only ones of `stepActs` that are open there; absent: all. */
  readonly acts?: readonly string[];
};

/**
 * The way a dossier will take: each published step with the unit that does it. It is fixed at submission,
 * so that a later version of the procedure or a unit that is renamed moves no running dossier.
 *
 * @param unitOf the unit of this kind in an agency; `undefined` when it has none
 * @throws RangeError when a step's agency has no such unit: a fault in the catalogue, which the import refuses
 */
export function planSteps(
  steps: readonly Step[],
  receivingAgencyId: string,
  unitOf: (agencyId: string, kind: UnitKind) => string | undefined,
): readonly PlannedStep[] {
  return steps.map(({ no, name, kind, agency, sharePct, nodeId, acts }) => {
    const agencyId = agency === 'receiving' ? receivingAgencyId : agency;
    const { unit, role } = placeOf(kind);
    const unitId = unitOf(agencyId, unit);
    if (unitId === undefined) throw new RangeError(`step ${no}: ${agencyId} has no ${unit} unit`);
    const more = { ...(nodeId === undefined ? {} : { nodeId }), ...(acts === undefined ? {} : { acts }) };
    return { no, name, kind, agencyId, unitId, role, sharePct, ...more };
  });
}

/**
 * Splits the working time of a whole dossier over its steps by their shares. Nothing is lost in rounding:
 * the minutes of all steps sum to the whole.
 *
 * @param totalMinutes working minutes from receipt to due time
 * @returns minutes by step, in the order of the plan
 */
export function minutesOfSteps(plan: readonly PlannedStep[], totalMinutes: number): readonly number[] {
  let share = 0;
  let given = 0;
  return plan.map(({ sharePct }) => {
    share += sharePct;
    const until = Math.round((totalMinutes * Math.min(share, 100)) / 100);
    const minutes = until - given;
    given = until;
    return minutes;
  });
}

/** Whether no later step is of this kind: the result is drafted, signed and numbered at the last such step. */
export function isLastOfKind(plan: readonly PlannedStep[], no: number): boolean {
  const kind = plan.find((step) => step.no === no)?.kind;
  return !plan.some((step) => step.no > no && step.kind === kind);
}
