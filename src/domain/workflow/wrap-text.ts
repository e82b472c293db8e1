/** Height of the letters of a diagram, and from one line to the next, in pixels. */
export const letterPx = 15;
export const linePx = 19;

/**
 * Breaks a text into lines for a box in a diagram. Nobody knows the reader's font, so letters are taken a little wider than
 * those of most fonts are. A word that is wider than the box is broken.
 */
export function wrapText(text: string, widthPx: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= widthPx) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word.normalize('NFC')) {
      if (line !== '' && textWidth(line + letter) > widthPx) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string): number {
  let ems = 0;
  for (const letter of text.normalize('NFD')) ems += widthOf(letter);
  return Math.ceil(ems * letterPx);
}

function widthOf(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[\sijlftrI.,;:'|!()[\]-]/.test(letter)) return 0.36;
  if (/[mwMW@%]/.test(letter)) return 0.92;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return /[\p{Ll}\p{N}]/u.test(letter) ? 0.58 : 1;
}
