import type { WorkingHours } from '#domain/calendar/working-calendar.ts';

export type Level = 'province' | 'district' | 'commune';

/** What kind of body an agency is; `centre` is where dossiers of a whole city are received. */
export type AgencyKind = 'people’s committee' | 'department' | 'centre' | 'vertical body';

/** A body in the tree of agencies. */
export type Agency = {
  readonly agencyId: string;
  readonly parentId: string | null;
  readonly kind: AgencyKind;
  readonly level: Level;
  readonly name: string;
  /** As it is called in a sentence, "Phòng Tài chính - Kế hoạch". */
  readonly shortName: string;
  /** Identifier that dossier codes begin with, by rule set; an agency that receives has one for each. */
  readonly identifiers: Readonly<Partial<Record<RuleSet, string>>>;
  readonly address: string;
  readonly phone: string;
  /** Own hours win over the parent's. */
  readonly hours: WorkingHours | null;
  /** Where the name comes from, or that it is made up. */
  readonly source: string;
};

/** What a unit does for its agency. Every agency that takes part in a workflow has the kinds that its steps name. */
export type UnitKind = 'one-stop' | 'professional' | 'leadership' | 'clerical';

export type Unit = {
  readonly unitId: string;
  readonly agencyId: string;
  readonly kind: UnitKind;
  readonly name: string;
};

/**
 * The law that a dossier lives under, chosen by the day it was received and kept for ever.
 *
 * @law ND-61-2018 in force 21 June 2018; the demo applies its rules to the whole of 2018
 * @law ND-118-2025 in force 1 July 2025
 */
export type RuleSet = '2018' | '2025';

/** A unit with its agency, as one says where somebody works; the agency is left out where the unit's name says it already. */
export function unitWithAgency({ name }: Pick<Unit, 'name'>, agency: Pick<Agency, 'name' | 'shortName'>): string {
  const saysIt = name.endsWith(agency.shortName) || name.endsWith(agency.name);
  return saysIt ? name : `${name}, ${agency.shortName}`;
}
