export type Sex = 'male' | 'female';

/** What a 12-digit number says of the one who bears it. */
export type IdentityFacts = { readonly provinceCode: string; readonly sex: Sex; readonly birthYear: number };

/** What else is known of the person, and the year in which it is looked at. */
export type KnownPerson = { readonly sex?: Sex; readonly birthYear?: number; readonly year: number };

export type IdentityWarning =
  | 'not-twelve-digits'
  | 'old-number-expired'
  | 'province-unknown'
  | 'sex-differs'
  | 'birth-year-differs'
  | 'born-in-future';

/** Of the provinces as they were numbered in 2016; codes from 101 on are countries. Merged provinces keep all their codes. */
// biome-ignore format: a table
const provinceCodes = new Set([
  '001', '002', '004', '006', '008', '010', '011', '012', '014', '015', '017', '019', '020', '022', '024', '025',
  '026', '027', '030', '031', '033', '034', '035', '036', '037', '038', '040', '042', '044', '045', '046', '048',
  '049', '051', '052', '054', '056', '058', '060', '062', '064', '066', '067', '068', '070', '072', '074', '075',
  '077', '079', '080', '082', '083', '084', '086', '087', '089', '091', '092', '093', '094', '095', '096',
]);

/** The 9-digit number was valid until the end of this year. */
const lastYearOfOldNumber = 2024;

/** A number without the spaces and dots it was typed with; nothing else is changed, no letter taken away. */
export function normaliseIdentity(number: string): string {
  return number.normalize('NFC').replace(/[\s.]/gu, '');
}

/** A number of which only who knows it knows the rest: `073 ••• 214`. */
export function maskIdentity(number: string): string {
  const bare = normaliseIdentity(number);
  return bare.length < 8 ? '•••' : `${bare.slice(0, 3)} ••• ${bare.slice(-3)}`;
}

/** Whether it has the shape of a number: 12 digits, or the 9 of before. */
export function isIdentityNumber(number: string): boolean {
  return /^(\d{9}|\d{12})$/.test(number);
}

/**
 * What a citizen's 12-digit number says: 3 digits for the province of birth registration, 1 for century and sex, 2 for the year.
 *
 * @returns `undefined` for any other number
 * @example `002194000000`: Hà Giang, female, born in 1994
 */
export function readIdentityNumber(number: string): IdentityFacts | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  const centuryAndSex = Number(number[3]);
  return {
    provinceCode: number.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6)),
  };
}

/** What an officer should look at; never a reason to turn somebody away, for numbers and registers err. */
export function identityWarnings(number: string, known: KnownPerson): readonly IdentityWarning[] {
  if (/^\d{9}$/.test(number)) return known.year > lastYearOfOldNumber ? ['old-number-expired'] : [];
  const said = readIdentityNumber(number);
  if (!said) return ['not-twelve-digits'];

  const warnings: IdentityWarning[] = [];
  if (said.provinceCode <= '100' && !provinceCodes.has(said.provinceCode)) warnings.push('province-unknown');
  if (known.sex && known.sex !== said.sex) warnings.push('sex-differs');
  if (known.birthYear !== undefined && known.birthYear !== said.birthYear) warnings.push('birth-year-differs');
  if (said.birthYear > known.year) warnings.push('born-in-future');
  return warnings;
}
