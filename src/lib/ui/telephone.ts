/** The address that a phone dials: `tel:02190001234` for `0219 000 1234`. */
export function telephone(number: string): string {
  return `tel:${number.replaceAll(/[^+\d]/g, '')}`;
}
