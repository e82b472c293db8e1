import { type Act as Allowed, mayDo } from '#domain/access/access.ts';
import { type Actor, citizen, type Officer, system } from '#domain/access/actor.ts';
import type { Dossier, DossierState } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { evolve, replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import type { Act } from '#domain/dossier/history.ts';
import { placesFor } from '#domain/dossier/open-acts.ts';
import { type Decision, isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Chance } from './chance.ts';
import type { City, Offered } from './city.ts';
import { commandIdOf } from './ids.ts';

/** What somebody did, and the events that were decided. */
export type Done = Act & { readonly events: readonly DossierEvent[] };

/** A dossier from its beginning on, while it is played. */
export type Life = {
  readonly chance: Chance;
  readonly offered: Offered;
  readonly receivingAgencyId: string;
  readonly online: boolean;
  /** In this state it stays; null for one that goes its way. */
  readonly staysIn: DossierState | null;
  dossierId: string;
  /** Which part of the time of a step it lies before anybody can work on it. */
  readonly pace: number;
  readonly done: Done[];
  dossier: Dossier | null;
  lastAt: number;
  /** Goes up when what was planned with it no longer holds. */
  turn: number;
  /** So many officers are at work on it. */
  hands: number;
  /** It was closed, and is or will be opened again; that happens once. */
  isReopened: boolean;
  /** It was written down before, by a run that was interrupted. */
  isKept: boolean;
};

/** Whether it goes another way, to this state: by chance, or because it is to be seen there; then it takes no other. */
export function turnsTo({ staysIn, chance }: Life, state: DossierState, probability: number): boolean {
  return staysIn === null ? chance.happens(probability) : staysIn === state;
}

/** As a use case hands it over: who asks, for what. */
export type Decide<Request> = (dossier: Dossier, request: Request, facts: Facts) => Decision<DossierEvent>;

/**
 * An officer does something, in the role that may: the same rules as for everybody.
 * @returns a refusal only where it came too late
 */
export function byOfficer<Request extends object>(
  city: City,
  life: Life,
  at: number,
  [officer, act]: readonly [Officer, Allowed],
  request: Request,
  decide: Decide<Request>,
): Refusal | undefined {
  const by = mayDo(officer, act, ...placesFor(act, standing(life)));
  return isRefusal(by) ? by : decideAs(city, life, at, by, request, decide);
}

/** The applicant does something. */
export function byCitizen<Request extends object>(
  city: City,
  life: Life,
  at: number,
  request: Request,
  decide: Decide<Request>,
): Refusal | undefined {
  return decideAs(city, life, at, citizen, request, decide);
}

/** Nobody does something: time does. */
export function byTime(city: City, life: Life, at: number, decide: Decide<object>): Refusal | undefined {
  return decideAs(city, life, at, system, {}, decide);
}

/** The first act: it makes the dossier. @throws Error when it is refused: a fault of the simulation */
export function bear(life: Life, now: Date, by: Actor, request: object, decision: Decision<DossierEvent>, commandId: string): void {
  if (isRefusal(decision)) throw new Error(`${life.offered.version.procedureId}: ${JSON.stringify(decision)}`);
  life.dossier = replay(decision);
  life.done.push({ by, commandId, request, events: decision });
  life.lastAt = now.getTime();
}

/** What the simulation does on time is never refused. @throws Error when it is */
export function mustHold(life: Life, refused: Refusal | undefined): void {
  if (refused) throw new Error(`${standing(life).code} at ${new Date(life.lastAt).toISOString()}: ${JSON.stringify(refused)}`);
}

/** @throws Error when it is not born yet */
export function standing({ dossier }: Life): Dossier {
  if (!dossier) throw new Error('It is not born yet');
  return dossier;
}

export function factsFor({ calendarOf, mayHold }: City, { offered }: Life, now: Date, by: Actor): Facts {
  return { now, by, calendarOf, mayHold, version: offered.version };
}

function decideAs<Request extends object>(
  city: City,
  life: Life,
  at: number,
  by: Actor,
  request: Request,
  decide: Decide<Request>,
): Refusal | undefined {
  const dossier = standing(life);
  const now = Math.max(at, life.lastAt);
  const decision = decide(dossier, request, factsFor(city, life, new Date(now), by));
  if (isRefusal(decision)) return decision;
  if (decision.length === 0) return undefined;
  life.dossier = decision.reduce(evolve, dossier);
  life.done.push({ by, commandId: commandIdOf(life.chance), request, events: decision });
  life.lastAt = now;
  return undefined;
}
