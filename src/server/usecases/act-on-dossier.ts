import type { Actor } from '#domain/access/actor.ts';
import { openTasks } from '#domain/dossier/branches.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { type DossierEvent, leavesAlone } from '#domain/dossier/events.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { digest } from '#domain/dossier/history.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { appendDossierEvents, type Ended, loadDossier } from '#server/store/dossiers.ts';
import { listPassed } from '#server/store/histories.ts';
import { referenceOf } from './reference.ts';
import { rememberDossier, rememberedDossier } from './remembered-dossiers.ts';

/** What is asked for, of which dossier. The form makes the id before its first sending, so that a second one is known. */
export type Command<Request> = {
  readonly code: string;
  readonly commandId: string;
  readonly request: Request;
  /** The version that its form showed: what happened since then, but for what leaves him alone, the one who acts has not seen. */
  readonly seenVersion?: number | undefined;
  /** Which task is meant: one that is open no more moves nothing. Without it, where several are open, the one that is nearest to who acts. */
  readonly taskNo?: number | undefined;
};

export type Acted = { readonly code: string; readonly version: number };

/** Who acts, and whether he may on this dossier: as whom the history will name him, or why not. */
export type By = {
  readonly personId: string;
  readonly actorFor: (seen: Pick<Ended, 'dossierId' | 'dossier'>) => Actor | Refusal;
  /** The dossier looked at by the task that is meant; as it is where it makes no difference. */
  readonly turn?: (dossier: Dossier, taskNo: number | undefined) => Dossier;
};

/** Decides on a dossier that exists; `undefined` from the act means that no dossier has this code. */
export type Decide<Request> = (dossier: Dossier, request: Request, facts: Facts) => Decision<DossierEvent>;

/**
 * Load, decide, append: the one way a dossier changes.
 *
 * What this process remembers of it need not be loaded: what is then written down holds, all else is decided again on what is stored.
 * Nothing is locked while deciding. If the dossier moved meanwhile, it is decided once more on what is there now;
 * if it moved again, the answer is `dossier-moved`. A refusal writes nothing. A command sent twice has one effect;
 * with another request under the same id it is refused, `command-reused`.
 * Who acts on a form that shows an older version is told first, `dossier-moved`; unless all that came since leaves him alone.
 *
 * @returns the version reached, a refusal, or `undefined` when no dossier has this code
 */
export async function actOnDossier<Request extends object>(
  house: House,
  by: By,
  command: Command<Request>,
  decide: Decide<Request>,
): Promise<Acted | Refusal | undefined> {
  const remembered = rememberedDossier(house.db, command.code);
  const written = remembered && (await decideAndAppend(house, by, command, decide, remembered));
  if (remembered && isActed(written) && written.version > remembered.end.version) return written;

  const answer = await loadDecideAndAppend(house, by, command, decide);
  if (answer !== 'stale') return answer;

  const again = await loadDecideAndAppend(house, by, command, decide);
  return again === 'stale' ? refuse('dossier-moved') : again;
}

async function loadDecideAndAppend<Request extends object>(
  house: House,
  by: By,
  command: Command<Request>,
  decide: Decide<Request>,
): Promise<Acted | Refusal | 'stale' | undefined> {
  const { code, commandId, request } = command;
  const loaded = await loadDossier(house.db, code, { commandId, personId: by.personId });
  if (!loaded) return undefined;

  // Asked before all else: after an act the task may be another's, and the answer to the same command is still the first one.
  const { done } = loaded;
  if (done) return done.request === null || done.request === digest(request) ? { code, version: done.version } : refuse('command-reused');
  return decideAndAppend(house, by, command, decide, loaded);
}

async function decideAndAppend<Request extends object>(
  house: House,
  who: By,
  command: Command<Request>,
  decide: Decide<Request>,
  loaded: Ended,
): Promise<Acted | Refusal | 'stale'> {
  const { code, commandId, request } = command;
  const met = await meet(house, who, command, loaded);
  if (isRefusal(met)) return met;
  const { seen, by } = met;

  const decision = decide(seen.dossier, request, await factsFor(house, by, seen.dossier));
  if (isRefusal(decision)) return decision;
  if (decision.length === 0) return { code, version: seen.end.version };

  const { inPlaceOf } = by;
  const events = inPlaceOf ? decision.map((event) => ({ ...event, inPlaceOf })) : decision;
  // As it lies, not as it was looked at: the row is what replaying the events leads to.
  const appended = await appendDossierEvents(house.db, loaded, events, { by, commandId, request });
  if (!appended) return 'stale';
  rememberDossier(house.db, appended);
  return { code, version: appended.version };
}

/** The dossier looked at by the task that is meant, and who acts on it; or why not: it is not as his form shows it, or he may not. */
export async function meet<At extends Ended>(
  house: House,
  { actorFor, turn }: By,
  { seenVersion, taskNo }: Pick<Command<object>, 'seenVersion' | 'taskNo'>,
  loaded: At,
): Promise<{ readonly seen: At; readonly by: Actor } | Refusal> {
  const seen = turn && loaded.dossier.beside ? { ...loaded, dossier: turn(loaded.dossier, taskNo) } : loaded;
  if (await hasMoved(house, loaded, { seenVersion, taskNo })) return refuse('dossier-moved');
  if (taskNo !== undefined && !openTasks(seen.dossier).some(({ no }) => no === taskNo)) return refuse('dossier-moved');
  const by = actorFor(seen);
  return isRefusal(by) ? by : { seen, by };
}

/** Whether anything happened since the version that a form shows which does not leave alone who acts on it. */
async function hasMoved(
  { db }: House,
  { dossierId, end }: Ended,
  { seenVersion, taskNo }: Pick<Command<object>, 'seenVersion' | 'taskNo'>,
): Promise<boolean> {
  if (seenVersion === undefined || seenVersion === end.version) return false;
  if (seenVersion > end.version) return true;
  const since = await listPassed(db, dossierId, seenVersion, end.version);
  return !since.every((event) => leavesAlone(event, taskNo));
}

function isActed(answer: Acted | Refusal | 'stale' | undefined): answer is Acted {
  return typeof answer === 'object' && !isRefusal(answer);
}

/** What a decision on this dossier may know. */
export async function factsFor(
  house: House,
  by: Actor,
  { procedureId, procedureVersion }: Pick<Dossier, 'procedureId' | 'procedureVersion'>,
): Promise<Facts> {
  const reference = await referenceOf(house);
  const version = await reference.versionOf(procedureId, procedureVersion);
  return { now: house.now(), by, calendarOf: reference.calendarOf, version, mayHold: reference.mayHold };
}
