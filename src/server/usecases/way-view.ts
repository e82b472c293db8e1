import { choicesOpen, type HandOver, handOverTo, openTasks, stepsAfter, stepsBefore } from '#domain/dossier/branches.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { awaited, messagesAwaited } from '#domain/dossier/fire.ts';
import { stepsToReopen } from '#domain/dossier/reopen.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import type { OpenChoice } from '#domain/workflow/routing.ts';
import type { Reference } from './reference.ts';

export type Named = { readonly officerId: string; readonly name: string };

/** A step of the plan with who does it, as far as it is known. */
export type StepView = Pick<PlannedStep, 'no' | 'name' | 'kind'> & { readonly agencyName: string; readonly officerName: string | null };

/** Where a dossier has been, is, and goes, and who could do it. */
export type WayView = {
  /** Of every agency on its way, as it is called in a sentence. */
  readonly agencyNames: Readonly<Record<string, string>>;
  readonly step: StepView | null;
  /** The one that follows; null where none does, or several can. */
  readonly nextStep: StepView | null;
  /** All that can follow, where the way branches. */
  readonly nextSteps: readonly StepView[];
  /** What is known already of what a hand-over brings; null where steps follow one after the other, or somebody chooses. */
  readonly handOver: (Omit<HandOver, 'steps'> & { readonly steps: readonly StepView[] }) | null;
  /** The other tasks that are open, by their numbers. */
  readonly beside: readonly (StepView & { readonly taskNo: number })[];
  /** The choices that whoever hands on makes, with the names of where they lead. */
  readonly choices: readonly (OpenChoice & { readonly ways: readonly { readonly flowId: string; readonly name: string }[] })[];
  /** Timers and messages that are waited for while no task is open for them. */
  readonly awaited: readonly { readonly name: string; readonly dueAt: Date | null }[];
  readonly messages: readonly { readonly nodeId: string; readonly name: string }[];
  /** Steps that it can be sent back to, the nearest first. */
  readonly stepsBefore: readonly StepView[];
  /** Steps that a closed dossier can be opened at again. */
  readonly stepsToReopen: readonly StepView[];
  /** Officers who could do the open task, for the head who assigns it. */
  readonly colleagues: readonly Named[];
  /** Officers who could do the next step, or one of those that follow. */
  readonly nextHolders: readonly Named[];
};

export function wayViewOf(dossier: Dossier, reference: Reference): WayView {
  const { plan, task, doneBy, routing } = dossier;
  const asView = ({ no, name, kind, agencyId }: PlannedStep, officerId: string | null | undefined = doneBy[no]): StepView => {
    const officerName = officerId ? reference.officerNameOf(officerId) : null;
    return { no, name, kind, agencyName: reference.agencyOf(agencyId).shortName, officerName };
  };
  const stepOf = (stepNo: number | undefined) => plan.find(({ no }) => no === stepNo);
  const step = stepOf(task?.stepNo);
  const certain = handOverTo(dossier);
  const handOver = certain && { ...certain, steps: certain.steps.map((next) => asView(next)) };
  const after = certain?.steps ?? (step ? stepsAfter(dossier, step) : []);
  const nextSteps = after.map((next) => asView(next));
  const nextHolders = after.flatMap(({ unitId, role }) => reference.holdersOf(unitId, role));
  const nodeName = (id: string) =>
    plan.find(({ nodeId }) => nodeId === id)?.name ?? routing?.nodes.find((node) => node.id === id)?.name ?? '';
  return {
    step: step ? asView(step) : null,
    nextStep: nextSteps.length === 1 ? (nextSteps[0] ?? null) : null,
    nextSteps: nextSteps.length > 1 ? nextSteps : [],
    handOver,
    beside: openTasks({ ...dossier, task: null }).flatMap(({ no: taskNo, stepNo, officerId }) => {
      const at = stepOf(stepNo);
      return at ? [{ taskNo, ...asView(at, officerId) }] : [];
    }),
    choices: choicesOpen(dossier).map((choice) => ({
      ...choice,
      ways: choice.flows.map(({ id, name, to }) => ({ flowId: id, name: name || nodeName(to) })),
    })),
    awaited: awaited(dossier),
    messages: messagesAwaited(dossier),
    stepsBefore: stepsBefore(dossier).map((before) => asView(before)),
    stepsToReopen: stepsToReopen(dossier).map((again) => asView(again)),
    agencyNames: Object.fromEntries(plan.map(({ agencyId }) => [agencyId, reference.agencyOf(agencyId).shortName])),
    colleagues: task ? reference.holdersOf(task.unitId, task.role) : [],
    nextHolders: [...new Map(nextHolders.map((holder) => [holder.officerId, holder])).values()],
  };
}
