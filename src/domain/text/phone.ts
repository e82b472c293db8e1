/** Prefix of an 11-digit mobile number → its 10-digit one, as all were converted between 15 September and 15 November 2018. */
// biome-ignore format: a table
const convertedPrefixes: Readonly<Record<string, string>> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078',
  '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039',
  '0186': '056', '0188': '058', '0199': '059',
};

const mobile = /^0[35789]\d{8}$/;
/** Area codes since 2017: two figures and an eight-figure number in Hà Nội and Hồ Chí Minh City, three and seven elsewhere. */
const landline = /^0(?:2[48]\d{8}|2(?:0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\d{7})$/;
/** Numbers that nobody can be given, for examples and trials. */
const example = /^0100000\d{3}$/;

/**
 * A Vietnamese telephone number as it is kept (E.164), from what was typed: with spaces, dots, dashes or brackets, with 0, 84 or +84.
 * An 11-digit mobile number of before November 2018 becomes the 10-digit one it was converted to.
 *
 * @returns `undefined` when it is no such number, so that one asks
 * @example `0912.345.678` → `+84912345678`; `0168 345 6789` → `+84383456789`; `(0219) 386 6123` → `+842193866123`
 */
export function normalisePhone(typed: string): string | undefined {
  const figures = typed.normalize('NFKC').replace(/[\s.()/-]/gu, '');
  const national = converted(figures.replace(/^(?:(?:\+|00)84|84(?=\d{9,10}$))0?/, '0'));
  return mobile.test(national) || landline.test(national) || example.test(national) ? `+84${national.slice(1)}` : undefined;
}

/** A kept number for people: `0912 345 678`, `0219 386 6123`, `024 3825 1234`; another's as it stands. */
export function formatPhone(kept: string): string {
  const national = kept.replace(/^\+84/, '0');
  if (!/^0\d{9,10}$/.test(national)) return kept;
  return /^02[48]/.test(national) ? grouped(national, 3, 7) : grouped(national, 4, 7);
}

/** A number as it is searched: ten or eleven figures from 0; what is no number stays as it was typed. */
export function nationalPhone(typed: string): string {
  return normalisePhone(typed)?.replace('+84', '0') ?? typed;
}

/** A number of which only its owner knows the rest: `…4127`. */
export function maskPhone(number: string): string {
  return `…${number.replace(/\D/gu, '').slice(-4)}`;
}

function converted(national: string): string {
  if (!/^01\d{9}$/.test(national)) return national;
  const prefix = convertedPrefixes[national.slice(0, 4)];
  return prefix ? prefix + national.slice(4) : national;
}

function grouped(figures: string, first: number, second: number): string {
  return `${figures.slice(0, first)} ${figures.slice(first, second)} ${figures.slice(second)}`;
}
