import type { Agency } from '#domain/agency/agency.ts';
import { defaultHours, type WorkingHours } from '#domain/calendar/working-calendar.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** An agency that people go to, with the hours it keeps: its own, or its parent's. */
export type OpenAgency = Pick<Agency, 'agencyId' | 'name' | 'shortName' | 'address' | 'phone'> & { readonly hours: WorkingHours };

/** Where citizens go: the centre, and the wards and communes. `city` is the centre's place in a sentence, "thành phố Hà Giang". */
export type OpenAgencies = { readonly city: string; readonly centre: OpenAgency; readonly communes: readonly OpenAgency[] };

/**
 * Whose pages these are and where one can go.
 *
 * @throws Error when there is no centre: a fault in the imported data
 */
export async function readAgencies(house: House): Promise<OpenAgencies> {
  const { agencies, agenciesAbove, agencyOf } = await referenceOf(house);
  const centre = agencies.find(({ kind }) => kind === 'centre');
  if (!centre) throw new Error('There is no agency of the kind "centre"');

  const open = ({ agencyId, name, shortName, address, phone, hours }: Agency): OpenAgency => {
    const inherited = agenciesAbove(agencyId).map((above) => agencyOf(above).hours);
    return { agencyId, name, shortName, address, phone, hours: hours ?? inherited.find(Boolean) ?? defaultHours };
  };
  const communes = agencies.filter(({ kind, level }) => kind === 'people’s committee' && level === 'commune');
  const cityCommittee = centre.parentId === null ? centre : agencyOf(centre.parentId);
  return { city: cityCommittee.name.replace(/^Ủy ban nhân dân /, ''), centre: open(centre), communes: communes.map(open) };
}
