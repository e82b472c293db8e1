import type { Actor } from '#domain/access/actor.ts';
import { turnTo } from '#domain/dossier/branches.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { evolve, replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { type Decision, isRefusal, type Refusal } from '#domain/refusal.ts';
import { planSteps } from '#domain/workflow/plan.ts';
import { routingOf } from '#domain/workflow/routing.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { drawnVersion } from './drawn-version.ts';
import { factsAt, monday, type OrdinaryAct, ordinary, submitted, whoseTurn } from './given.ts';

/** A dossier on a drawn way, and all that happened to it. */
export class Branching {
  readonly events: DossierEvent[];
  now = monday;
  stands: Dossier;

  constructor(workflow: Workflow, given: Readonly<Record<string, boolean>> = {}) {
    const [first] = submitted;
    if (first?.type !== 'submitted') throw new Error('A history begins with a submission');
    this.events = [{ ...first, ...wayOn(workflow, 1), given }];
    this.stands = replay(this.events);
  }

  /** Does an act an hour later, by whoever's turn it is at the task of this node; the one looked at where none is named. */
  act(name: OrdinaryAct, node?: string): this {
    return this.decide((d, f) => ordinary[name](d, f), { node, name });
  }

  decide(
    decide: (dossier: Dossier, facts: Facts) => Decision<DossierEvent>,
    where: { node?: string | undefined; name?: OrdinaryAct; by?: Actor } = {},
  ): this {
    const answer = this.try(decide, where);
    if (isRefusal(answer)) throw new Error(`${where.name ?? 'it'} is refused: ${JSON.stringify(answer)}`);
    return this;
  }

  /** The same, where it may be refused: what is refused changes nothing. */
  try(
    decide: (dossier: Dossier, facts: Facts) => Decision<DossierEvent>,
    { node, name = 'take', by }: { node?: string | undefined; name?: OrdinaryAct; by?: Actor } = {},
  ): readonly DossierEvent[] | Refusal {
    this.now = new Date(this.now.getTime() + 3_600_000);
    const turned = node === undefined ? this.stands : turnTo(this.stands, this.noAt(node));
    const answer = decide(turned, factsAt(this.now, by ?? whoseTurn(turned, name)));
    if (!isRefusal(answer)) {
      this.events.push(...answer);
      this.stands = answer.reduce(evolve, turned);
    }
    return answer;
  }

  waitUntil(now: Date): this {
    this.now = now;
    return this;
  }

  /** Nodes of all open tasks, the one looked at first. */
  get open(): readonly string[] {
    const { task, beside = [], plan } = this.stands;
    return [...(task ? [task] : []), ...beside].map(({ stepNo }) => plan.find(({ no }) => no === stepNo)?.nodeId ?? '');
  }

  private noAt(node: string): number {
    const { task, beside = [], plan } = this.stands;
    const step = plan.find(({ nodeId }) => nodeId === node);
    const found = [...(task ? [task] : []), ...beside].find(({ stepNo }) => stepNo === step?.no);
    if (!found) throw new Error(`${node} is not open`);
    return found.no;
  }
}

/** The way of a dossier on a drawing. */
export function wayOn(workflow: Workflow, procedureVersion: number) {
  const plan = planSteps(drawnVersion(workflow).steps, 'centre', (agencyId, kind) => `${agencyId} ${kind}`);
  return { procedureVersion, plan, routing: routingOf(workflow) };
}
