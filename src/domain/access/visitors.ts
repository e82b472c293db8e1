import { type Act, mayEver } from './access.ts';
import type { Officer } from './actor.ts';

/** Who may open a page: anyone, whoever is signed in, an administrator, or who may do this act somewhere. */
export type Visitor = 'anyone' | 'officer' | 'administrator' | Act;

/**
 * Who may open which part of the site: the beginning of a route's id, and for whom it is there. The longest that fits counts.
 * What a page shows of a dossier, and every act on it, is asked of the table in `access.ts` once more.
 */
// biome-ignore format: one part a line
const parts: Readonly<Record<string, Visitor>> = {
  '/(public)': 'anyone',
  '/(office)': 'officer',
  '/(office)/can-bo/dang-nhap': 'anyone',
  '/(office)/can-bo/dang-xuat': 'anyone',
  '/(office)/can-bo/phien-het': 'anyone',
  '/(office)/can-bo/tiep-nhan': 'receive at counter',
  '/(office)/can-bo/uy-quyen': 'delegate while absent',
  '/(office)/can-bo/phan-anh': 'read feedback',
  '/(office)/can-bo/duong-day-nong': 'type in feedback',
  '/(centre)': 'read figures',
  '/(admin)': 'administrator',
  '/(admin)/quan-tri/thu-tuc': 'draft workflow',
  '/api': 'anyone',
};

/** For whom a route is there; `undefined` when nobody has said. */
export function visitorOf(routeId: string): Visitor | undefined {
  const [nearest] = Object.keys(parts)
    .filter((part) => `${routeId}/`.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length);
  return nearest === undefined ? undefined : parts[nearest];
}

/** Whether a page lets him in: `sign-in` when it would have to know him first. One that nobody has spoken for lets nobody in. */
export function mayEnter(visitor: Visitor | undefined, officer: Officer | null): 'yes' | 'no' | 'sign-in' {
  if (visitor === undefined) return 'no';
  if (visitor === 'anyone') return 'yes';
  if (!officer) return 'sign-in';
  if (visitor === 'officer') return 'yes';
  const allowed = visitor === 'administrator' ? officer.assignments.some(({ role }) => role === visitor) : mayEver(officer, visitor);
  return allowed ? 'yes' : 'no';
}
