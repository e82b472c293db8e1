import type { Agency } from '#domain/agency/agency.ts';
import { submissionAfter } from '#domain/dossier/correct.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, Submission } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import type { PaperFacts, SignatureFacts } from '#server/papers/letterhead.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { type Reference, referenceOf } from './reference.ts';

/** One event of a dossier, with all that a paper or a message about it is made from: everything as it stood then. */
export type Occasion = {
  readonly dossierId: string;
  readonly recorded: Recorded;
  /** The history up to and with the event. */
  readonly history: readonly Recorded[];
  /** The dossier as the event left it. */
  readonly dossier: Dossier;
  /** Null once the sealed parts are wiped. */
  readonly submission: Submission | null;
  readonly version: ProcedureVersion;
  /** For which the event was done; what a citizen did is the receiving agency's to answer. */
  readonly agency: Agency;
  readonly receivingAgency: Agency;
  readonly addresses: Addresses;
  readonly reference: Reference;
};

/** @returns `undefined` when no dossier has this code, or it has no such event */
export async function occasionOf(house: House, code: string, version: number): Promise<Occasion | undefined> {
  const dossierId = await findDossierId(house.db, code);
  const history = dossierId ? (await loadHistory(house.db, dossierId)).slice(0, version) : [];
  return history.at(-1)?.version === version ? occasionAfter(house, history) : undefined;
}

/** @throws Error when there is no history */
export async function occasionAfter(house: House, history: readonly Recorded[]): Promise<Occasion> {
  const reference = await referenceOf(house);
  const dossier = replay(history.map(({ event }) => event));
  const recorded = history.at(-1);
  if (!recorded) throw new Error('A history begins with a submission');
  const { dossierId } = recorded;
  return {
    dossierId,
    recorded,
    history,
    dossier,
    submission: submissionAfter(history.map(({ event }) => event)),
    version: await reference.versionOf(dossier.procedureId, dossier.procedureVersion),
    agency: reference.agencyOf(recorded.by.agencyId || dossier.receivingAgencyId),
    receivingAgency: reference.agencyOf(dossier.receivingAgencyId),
    addresses: addressesOf(house, dossierId, dossier.code),
    reference,
  };
}

/** The last event of a type before, or at, the occasion. */
export function lastOf<Type extends DossierEvent['type']>(
  history: readonly Recorded[],
  type: Type,
): Extract<DossierEvent, { type: Type }> | undefined {
  const events = history.map(({ event }) => event);
  return events.findLast((event): event is Extract<DossierEvent, { type: Type }> => event.type === type);
}

/** What every paper about the occasion says of itself. */
export function paperFacts({ recorded, dossier, agency, addresses, reference }: Occasion, number: string | null = null): PaperFacts {
  return {
    ruleSet: dossier.ruleSet,
    ...headOf(agency, reference),
    number,
    at: recorded.event.at,
    code: dossier.code,
    checkAt: addresses.checkAt(recorded.version, recorded.hash),
    trial: dossier.trial,
  };
}

/** Whose paper it is, in the head of the page. A people's committee names nobody above it. */
export function headOf(agency: Agency, { agencyOf, agenciesAbove }: Reference): Pick<PaperFacts, 'parentAgency' | 'agency' | 'place'> {
  const isCommittee = agency.kind === 'people’s committee';
  const above = agenciesAbove(agency.agencyId).map(agencyOf);
  const committee = isCommittee ? agency : above.find(({ kind }) => kind === 'people’s committee');
  return {
    parentAgency: isCommittee ? '' : (above[0]?.name ?? ''),
    agency: isCommittee ? agency.name : agency.shortName,
    place: (committee ?? agency).name.replace(/^Ủy ban nhân dân (tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn) /, ''),
  };
}

/** Who signs a paper about the occasion: the officer whose act it was. */
export function signedByActor({ recorded, reference }: Occasion, title: string): SignatureFacts {
  return { titles: [title], name: reference.officerNameOf(recorded.by.personId) ?? '', signedBy: null };
}

/** An officer as the staff list calls him: `Trưởng phòng`. */
export function titleOf(officerId: string, { officers }: Reference): string {
  return officers.find((officer) => officer.officerId === officerId)?.title ?? '';
}

/** Who hears a complaint about an agency: the one above it, with its telephone. */
export function complainTo(agency: Agency, { agencyOf }: Reference): string {
  const above = agency.parentId === null ? agency : agencyOf(agency.parentId);
  return above.phone ? `${above.name}, điện thoại ${above.phone}` : above.name;
}
