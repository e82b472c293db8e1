import type { Agency } from '#domain/agency/agency.ts';

/**
 * A result's number as it stands on the paper: the running number of the agency's year, and whose it is.
 * Decisions say that they are one; papers of civil status bear the year.
 *
 * @param number running number from 1; null for a draft, whose place for it is left open
 * @param result what the procedure calls its result
 * @law ND-30-2020 number and sign of a document (TT-01-2011-BNV before it)
 * @example 214/QĐ-PTCKH for the decision of a department, 31/UBND for a permit of a committee, 112/2018 for a birth certificate
 */
export function resultNumber(
  number: number | null,
  year: number,
  result: string,
  { kind, shortName }: Pick<Agency, 'kind' | 'shortName'>,
): string {
  const running = number ?? '…';
  if (/^(giấy khai sinh|trích lục)/iu.test(result.normalize('NFC'))) return `${running}/${year}`;
  const sign = kind === 'people’s committee' ? 'UBND' : initials(shortName);
  return isDecision(result) ? `${running}/QĐ-${sign}` : `${running}/${sign}`;
}

/** Whether a result is a decision with articles, by its name. */
function isDecision(result: string): boolean {
  return /^quyết định/iu.test(result.normalize('NFC'));
}

/** `Phòng Tài chính - Kế hoạch` as `PTCKH`. */
function initials(name: string): string {
  const words = name.normalize('NFC').match(/\p{L}+/gu) ?? [];
  return words.map(([first = '']) => first.toLocaleUpperCase('vi')).join('');
}
