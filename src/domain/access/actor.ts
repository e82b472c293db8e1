/** What a person can be for an agency; `citizen` and `system` belong to none. */
export const roles = [
  'citizen',
  'receiving officer',
  'specialist',
  'head',
  'signing leader',
  'clerk',
  'director',
  'hotline officer',
  'procedure controller',
  'monitor',
  'administrator',
  'auditor',
  'system',
] as const;

export type Role = (typeof roles)[number];

/** One act is done by one person, for one agency, in one role: what the history names. */
export type Actor = {
  readonly personId: string;
  readonly agencyId: string;
  readonly role: Role;
  /** Whose task it is, when he does it in the place of one who is absent, and by which delegation. */
  readonly inPlaceOf?: InPlaceOf;
};

export type InPlaceOf = { readonly officerId: string; readonly delegationId: string };

/** Somebody who is absent now, and the place on the staff in which one does his tasks. */
export type StandIn = InPlaceOf & { readonly unitId: string; readonly role: Role };

/** A place on the staff: a person may hold several. */
export type Assignment = {
  readonly agencyId: string;
  readonly unitId: string;
  readonly role: Role;
  /** Desk at which a receiving officer sits. */
  readonly counter?: string;
};

/** A member of staff who is signed in, with every role he holds. */
export type Officer = {
  readonly officerId: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
  /** For whom he acts now, while they are absent. */
  readonly standsInFor?: readonly StandIn[];
};

/** An officer as the staff list has him: what he is called in his office, and whether the name was invented for a demonstration. */
export type StaffMember = Officer & { readonly title: string; readonly madeUp: boolean };

const nobody = '00000000-0000-0000-0000-000000000000';

/** Whoever holds a dossier's code and secret; the history does not know citizens by an account. */
export const citizen: Actor = { personId: nobody, agencyId: '', role: 'citizen' };

/** What time alone does. */
export const system: Actor = { personId: nobody, agencyId: '', role: 'system' };
