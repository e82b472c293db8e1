import type { StaffMember } from '#domain/access/actor.ts';
import type { Agency } from '#domain/agency/agency.ts';
import type { Answers } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { ensureAgencies } from '#server/store/agencies.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { forgetReference } from '#server/usecases/reference.ts';
import { agencies, keepLendingWorld, units } from './lending-world.ts';

const member = (
  no: number,
  name: string,
  agencyId: string,
  role: StaffMember['assignments'][number]['role'],
  kind: string,
): StaffMember => ({
  officerId: `018f0000-0000-7000-8000-0000000001${String(no).padStart(2, '0')}`,
  name,
  title: role,
  madeUp: true,
  assignments: [{ agencyId, unitId: `${agencyId} ${kind}`, role }],
});

/** Those who listen: who hands on, who answers for the city, who takes the calls. */
export const listeners = {
  director: member(1, 'Nguyễn Thị Bình', 'centre', 'director', 'leadership'),
  cityLeader: member(2, 'Sùng Đại Hùng', 'city', 'signing leader', 'leadership'),
  hotline: member(3, 'Vàng Thị Mỷ', 'centre', 'hotline officer', 'one-stop'),
} as const;

/** The lending world with those who listen. */
export async function keepListeningWorld(house: House): Promise<void> {
  await keepLendingWorld(house);
  await ensureAgencies(house.db, agencies.map(withTypedIdentifiers), units);
  await ensureOfficers(house.db, Object.values(listeners));
  await ensureReferenceStamp(house.db, crypto.randomUUID());
  forgetReference(house);
}

/** Codes are read in capitals, so that a citizen may type them as he likes. */
function withTypedIdentifiers(agency: Agency): Agency {
  return { ...agency, identifiers: { '2018': `000.00.${agency.agencyId.toUpperCase()}.H22` } };
}

/** An anonymous complaint that the agency was slow. */
export const slow: Answers = {
  kind: 'settlement',
  text: 'Chờ mười ngày chưa có kết quả',
  agency: 'music',
  named: 'no',
  consent: 'yes',
};
