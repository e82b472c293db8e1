import { type Role, roles } from '#domain/access/actor.ts';
import type { NewDelegation } from '#domain/access/delegation.ts';
import { parseTyped } from '#domain/calendar/typed.ts';
import { isStorable, isUuid } from '#domain/text/storable.ts';

/** What was typed, to be shown again; each place is an officer, a unit and a role in one value. */
export type TypedDelegation = Readonly<Record<'vang' | 'thay' | 'tu-ngay' | 'den-ngay' | 'can-cu', string>>;

/** Which of its answers is wrong, by the words for it. */
export type WrongDelegation = Partial<Record<keyof TypedDelegation, 'missing' | 'not-a-date' | 'too-long'>>;

const longest = 500;

/** A delegation as it was typed, or what is wrong with it. */
export function readDelegationForm(
  form: FormData,
): { readonly typed: TypedDelegation } & ({ readonly asked: NewDelegation } | { readonly wrong: WrongDelegation }) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.normalize('NFC').trim() : '';
  };
  const typed = {
    vang: text('vang'),
    thay: text('thay'),
    'tu-ngay': text('tu-ngay'),
    'den-ngay': text('den-ngay'),
    'can-cu': text('can-cu'),
  };
  const delegationId = text('lenh');
  const storable = isStorable(typed) && isUuid(delegationId);
  const absent = storable ? placeOf(typed.vang) : undefined;
  const standInId = storable ? placeOf(typed.thay)?.officerId : undefined;
  const fromOn = storable ? parseTyped(typed['tu-ngay']) : undefined;
  const untilOn = storable ? parseTyped(typed['den-ngay']) : undefined;
  if (absent && standInId && fromOn && untilOn && typed['can-cu'] !== '' && typed['can-cu'].length <= longest) {
    const { officerId: absentId, unitId, role } = absent;
    return { typed, asked: { delegationId, absentId, standInId, unitId, role, fromOn, untilOn, ground: typed['can-cu'] } };
  }
  const wrong: WrongDelegation = {
    ...(!absent && { vang: 'missing' }),
    ...(!standInId && { thay: 'missing' }),
    ...(!fromOn && { 'tu-ngay': typed['tu-ngay'] === '' ? 'missing' : 'not-a-date' }),
    ...(!untilOn && { 'den-ngay': typed['den-ngay'] === '' ? 'missing' : 'not-a-date' }),
    ...(typed['can-cu'] === '' ? { 'can-cu': 'missing' } : typed['can-cu'].length > longest && { 'can-cu': 'too-long' }),
  };
  return { typed, wrong };
}

/** An officer in one role of one unit, as a choice of the form has it. */
export function placeValue({
  officerId,
  role,
  unitId,
}: {
  readonly officerId: string;
  readonly role: Role;
  readonly unitId: string;
}): string {
  return `${officerId}|${role}|${unitId}`;
}

function placeOf(value: string) {
  const [officerId = '', named = '', unitId = ''] = value.split('|');
  const role = roles.find((one) => one === named);
  return isUuid(officerId) && role && unitId !== '' ? { officerId, role, unitId } : undefined;
}
