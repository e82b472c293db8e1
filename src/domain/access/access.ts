import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Actor, type Assignment, type Officer, type Role, roles, type StandIn } from './actor.ts';

/**
 * How near somebody must stand to what he acts on, from near to far: it is his own task (or nobody's yet, in his unit, for
 * his role; or that of one who is absent and in whose place he acts); his unit's; his agency's; one of an agency below his own; no matter whose.
 * `own dossier`: he holds its code and secret, or the draft's, or the rating's link; whoever asks for them has checked that.
 */
export type Relation = 'own dossier' | 'own task' | 'own unit' | 'own agency' | 'agencies below' | 'anyone';

/**
 * Who may do what, and how near he must stand: act × role → relation. The one table that acts ask, and pages before they draw a button.
 * A role that does not stand in an act's line may not do it.
 *
 * @law ND-61-2018 who receives, settles, signs and returns
 */
// biome-ignore format: as in a table, one act a line
const table = {
  'submit dossier':        { citizen: 'anyone' },
  'read own dossier':      { citizen: 'own dossier' },
  'give supplement':       { citizen: 'own dossier' },
  'ask withdrawal':        { citizen: 'own dossier' },
  'rate':                  { citizen: 'own dossier' },
  'give feedback':         { citizen: 'anyone', 'hotline officer': 'anyone' },

  'receive at counter':    { 'receiving officer': 'own agency' },
  'receive dossier':       { 'receiving officer': 'own task' },
  'not accept dossier':    { 'receiving officer': 'own task' },
  'request supplement':    { 'receiving officer': 'own task', specialist: 'own task' },
  'take dossier':          { 'receiving officer': 'own task', specialist: 'own task', head: 'own task', 'signing leader': 'own task', clerk: 'own task' },
  'assign dossier':        { head: 'own unit' },
  'hand on dossier':       { 'receiving officer': 'own task', specialist: 'own task', head: 'own task', 'signing leader': 'own task', clerk: 'own task' },
  'send back dossier':     { specialist: 'own task', head: 'own task', 'signing leader': 'own task', clerk: 'own task' },
  'take back dossier':     { 'receiving officer': 'own task', specialist: 'own task', head: 'own unit', 'signing leader': 'own task', clerk: 'own task' },
  'draft result':          { specialist: 'own task' },
  'refuse dossier':        { specialist: 'own task', head: 'own task' },
  'sign result':           { 'signing leader': 'own task' },
  'number result':         { clerk: 'own task' },
  'return result':         { 'receiving officer': 'own agency' },
  'answer withdrawal':     { 'receiving officer': 'own agency' },
  'ask payment':           { 'receiving officer': 'own task', specialist: 'own task' },
  'record payment':        { 'receiving officer': 'own agency', specialist: 'own task' },
  'correct dossier':       { 'receiving officer': 'own agency', specialist: 'own task', head: 'own task', 'signing leader': 'own task', clerk: 'own task' },
  'suspend dossier':       { specialist: 'own task', head: 'own unit' },
  'resume dossier':        { specialist: 'own task', head: 'own unit' },
  'delegate while absent': { 'receiving officer': 'own task', specialist: 'own task', head: 'own unit', 'signing leader': 'own agency', clerk: 'own task', director: 'own agency' },
  'reopen dossier':        { head: 'own agency', 'signing leader': 'own agency', director: 'own agency' },
  'close unanswered dossier': { system: 'anyone' },
  'fire timer':            { system: 'anyone' },
  'record message':        { 'receiving officer': 'own agency' },
  'move to version':       { head: 'own agency' },
  'warn of due time':      { system: 'anyone' },
  'report lateness':       { system: 'anyone' },
  'apologise':             { head: 'own agency', 'signing leader': 'own agency' },

  'read work list':        { 'receiving officer': 'own unit', specialist: 'own unit', head: 'own unit', 'signing leader': 'own unit', clerk: 'own unit' },
  'read dossier':          { 'receiving officer': 'own agency', specialist: 'own agency', head: 'own agency', 'signing leader': 'own agency', clerk: 'own agency', director: 'agencies below', monitor: 'agencies below' },
  'reveal personal data':  { 'receiving officer': 'own agency', specialist: 'own agency', head: 'own unit', 'signing leader': 'own unit' },
  'read figures':          { director: 'anyone', monitor: 'anyone' },

  'type in feedback':      { 'hotline officer': 'anyone' },
  'read feedback':         { director: 'anyone', head: 'own agency', 'signing leader': 'own agency' },
  'acknowledge feedback':  { director: 'anyone', head: 'own agency', 'signing leader': 'own agency' },
  'hand feedback on':      { director: 'anyone', 'signing leader': 'own agency' },
  'answer feedback':       { director: 'anyone', head: 'own agency', 'signing leader': 'own agency' },
  'publish feedback':      { director: 'anyone', 'signing leader': 'own agency' },

  'draft workflow':        { 'procedure controller': 'anyone' },
  'publish procedure':     { 'procedure controller': 'anyone' },
  'read outbox':           { administrator: 'anyone' },
  'change calendar':       { administrator: 'anyone' },
} as const satisfies Record<string, Partial<Record<Role, Relation>>>;

export type Act = keyof typeof table;

/** Every act that stands in the table. */
export const acts: readonly Act[] = Object.keys(table).filter(isAct);

/** Where what is acted on lies: of which agency and unit, whose turn it is, who has it; the agencies above. A task is one. */
export type Where = {
  readonly agencyId?: string;
  readonly unitId?: string;
  /** The role whose turn it is; a task knows it. */
  readonly role?: Role;
  /** Null or absent: nobody has it yet. */
  readonly officerId?: string | null;
  readonly agenciesAbove?: readonly string[];
};

/** The roles that may do it at all, whatever it is done to. */
export function rolesFor(act: Act): readonly Role[] {
  return roles.filter((role) => relationFor(act, role));
}

/** How near this role must stand to do it; `undefined` when it may not at all. */
export function relationFor(act: Act, role: Role): Relation | undefined {
  const line: Partial<Record<Role, Relation>> = table[act];
  return line[role];
}

/**
 * Whether a member of staff may do this, and as whom.
 *
 * A person may hold several roles; each act is done in one of them, for one agency, and the history names both. Of those that allow it
 * the nearest one counts: who holds the task does it as the one who holds it.
 *
 * @param where the places it lies at, if it lies at any; a dossier of several agencies lies at several, and one that allows it is enough
 * @returns the actor, or a refusal: `role-missing` when none of his roles may do it anywhere, `taken-by-colleague` when only the holder
 *   of the task may, `not-yours` otherwise
 */
export function mayDo(officer: Officer, act: Act, ...where: readonly Where[]): Actor | Refusal {
  const fitting = officer.assignments.filter(({ role }) => relationFor(act, role));
  if (fitting.length === 0) return refuse('role-missing');

  const places = where.length > 0 ? where : [{}];
  const [nearest] = fitting
    .flatMap((assignment) => places.map((place) => ({ assignment, place, distance: distanceTo(officer, assignment, act, place) })))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance);
  if (nearest) return actorAt(officer, nearest.assignment, nearest.place);

  const colleagues = fitting.some((assignment) => places.some((place) => place.officerId && isIn('own unit', officer, assignment, place)));
  return refuse(colleagues ? 'taken-by-colleague' : 'not-yours');
}

/** As whom he acts there: in the place of one who is absent, if the task is that one's. */
function actorAt(officer: Officer, assignment: Assignment, place: Where): Actor {
  const { agencyId, role } = assignment;
  const absent = absentAt(officer, assignment, place);
  const actor = { personId: officer.officerId, agencyId, role };
  return absent ? { ...actor, inPlaceOf: { officerId: absent.officerId, delegationId: absent.delegationId } } : actor;
}

/** Who is absent and has what lies there, if this officer acts in his place there. */
function absentAt(officer: Officer, { unitId, role }: Assignment, place: Where): StandIn | undefined {
  if (!place.officerId || place.officerId === officer.officerId || place.unitId !== unitId || (place.role ?? role) !== role)
    return undefined;
  return officer.standsInFor?.find((absent) => absent.officerId === place.officerId && absent.unitId === unitId && absent.role === role);
}

/** Whether he may do it somewhere, so that a page that leads to it is shown. */
export function mayEver(officer: Officer, act: Act): boolean {
  return officer.assignments.some(({ role }) => relationFor(act, role));
}

/** The pages of the office that its bar can lead to. */
export const officePages = ['work list', 'counter', 'figures', 'feedback', 'hotline', 'procedures', 'outbox', 'calendar'] as const;

export type OfficePage = (typeof officePages)[number];

/** Which act a page of the office is there for. */
export const actOfPage = {
  'work list': 'read work list',
  counter: 'receive at counter',
  figures: 'read figures',
  feedback: 'read feedback',
  hotline: 'type in feedback',
  procedures: 'draft workflow',
  outbox: 'read outbox',
  calendar: 'change calendar',
} as const satisfies Record<OfficePage, Act>;

/** The pages that an officer sees in the bar, in their order. */
export function pagesOf(officer: Officer): readonly OfficePage[] {
  return officePages.filter((page) => mayEver(officer, actOfPage[page]));
}

/** From near to far, so that the nearest assignment is the one that acts. */
const distances: readonly Relation[] = ['own task', 'own unit', 'own agency', 'agencies below', 'anyone'];

/** How near he stands, if that is near enough for the act; infinitely far if it is not. */
function distanceTo(officer: Officer, assignment: Assignment, act: Act, place: Where): number {
  const needed = relationFor(act, assignment.role);
  const furthest = needed ? distances.indexOf(needed) : -1;
  const distance = distances.findIndex((relation) => isIn(relation, officer, assignment, place));
  return distance >= 0 && distance <= furthest ? distance : Number.POSITIVE_INFINITY;
}

function isIn(relation: Relation, officer: Officer, assignment: Assignment, place: Where): boolean {
  const { agencyId, unitId, role } = assignment;
  const ownUnit = place.agencyId === agencyId && place.unitId === unitId;
  switch (relation) {
    case 'own dossier':
      return false;
    case 'own task':
      return ownUnit && (place.role ?? role) === role && isHis(officer, assignment, place);
    case 'own unit':
      return ownUnit;
    case 'own agency':
      return place.agencyId === agencyId;
    case 'agencies below':
      return place.agenciesAbove?.includes(agencyId) ?? false;
    case 'anyone':
      return true;
  }
}

function isHis(officer: Officer, assignment: Assignment, place: Where): boolean {
  return !place.officerId || place.officerId === officer.officerId || absentAt(officer, assignment, place) !== undefined;
}

function isAct(name: string): name is Act {
  return name in table;
}
