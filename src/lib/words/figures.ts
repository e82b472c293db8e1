import type { Locale } from './say.ts';

/** Numbers, shares, money, sizes and lists as people here write them: `2.100.000 đồng`, `86,4%`, `2,1 MB`. */
export function figuresOf(locale: Locale) {
  const region = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const plain = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
  const number = (value: number) => plain.format(value);

  const list = new Intl.ListFormat(region);

  return {
    number,
    /** `2, 3 và 4` */
    listed: (parts: readonly string[]) => list.format(parts),
    /** One decimal place unless it is a whole number of percent. @param ratio 0 to 1 */
    percent: (ratio: number, digits = isWhole(ratio * 100) ? 0 : 1) =>
      `${new Intl.NumberFormat(region, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ratio * 100)}%`,
    money: (feeVnd: number) => `${number(feeVnd)} ${locale === 'vi' ? 'đồng' : 'dong'}`,
    fileSize: (bytes: number) => (bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} kB` : `${number(bytes / 1_000_000)} MB`),
  };
}

function isWhole(percent: number): boolean {
  return Math.abs(percent - Math.round(percent)) < 1e-9;
}

/** The first letter large, at the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
