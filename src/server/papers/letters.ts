/** Which letters a TrueType font can draw, read from its `cmap` table (format 4, the basic plane). */
export function lettersOf(font: Uint8Array): (letter: string) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const drawn = new Set<number>();
  const table = basicPlane(view, tableAt(view, 'cmap'));
  const segments = view.getUint16(table + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const ends = table + 14 + i * 2;
    const starts = ends + segments * 2 + 2;
    const deltas = starts + segments * 2;
    const offsets = deltas + segments * 2;
    for (let code = view.getUint16(starts); code <= view.getUint16(ends); code++) {
      const offset = view.getUint16(offsets);
      const glyph = offset === 0 ? code : view.getUint16(offsets + offset + (code - view.getUint16(starts)) * 2);
      if (((glyph + view.getUint16(deltas)) & 0xffff) !== 0 && glyph !== 0) drawn.add(code);
    }
  }
  return (letter) => drawn.has(letter.codePointAt(0) ?? -1);
}

/**
 * A text as it can be printed: what the font cannot draw, and what one cannot see
 * (controls, marks that turn the direction of reading), stands as its number, `[U+1F600]`,
 * so that nothing is dropped and nothing is hidden. Line breaks stay; a tab is a space.
 */
export function printable(text: string, draws: (letter: string) => boolean): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\n]/gu, (letter) => (draws(letter) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(letter) ? letter : numberOf(letter)));
}

function numberOf(letter: string): string {
  return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

function tableAt(view: DataView, name: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (tag === name) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no table ${name}`);
}

function basicPlane(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(at) === 4) return at;
  }
  throw new Error('The font has no map of the basic plane');
}
