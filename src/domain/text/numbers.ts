/** The languages of the interface. */
export type Language = 'vi' | 'en';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/**
 * A number for people: `1.234,5` in Vietnamese, `1,234.5` in English.
 *
 * @param decimals figures after the comma, always so many; without it as many as there are, three at most
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  const digits = decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locales[language], digits).format(value);
}

/** An amount of money: `100.000 đồng`, in English `VND 100,000`. */
export function formatVnd(amountVnd: number, language: Language): string {
  const amount = formatNumber(amountVnd, language, 0);
  return language === 'vi' ? `${amount} đồng` : `VND ${amount}`;
}

/** A share in percent: `86,4%`, in English `86.4%`; a whole one without a comma. */
export function formatPercent(percent: number, language: Language): string {
  return `${formatNumber(percent, language, Number.isInteger(percent) ? 0 : 1)}%`;
}

/**
 * A number as people here type it: dots or spaces between thousands, a comma before decimals.
 *
 * @returns `undefined` when it is none, or could be read in two ways
 * @example `100.000` is a hundred thousand, `2,5` two and a half
 */
export function parseTypedNumber(text: string): number | undefined {
  const found = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{1,15})(?:,(\d{1,6}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, sign, whole = '', decimals] = found;
  return Number(`${sign}${whole.replace(/[. ]/g, '')}.${decimals ?? '0'}`);
}
