/** What a person typed, as it is kept: composed letters (NFC), no white space around it, nothing else changed. */
export function normaliseTyped(text: string): string {
  return text.normalize('NFC').trim();
}
