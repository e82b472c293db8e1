import { placesIn } from './file-places.ts';
import { malformed, type RefusedPart } from './refused-part.ts';

/** Files of more bytes are not read. */
export const largestFile = 10_000_000;

/** The text of a file in UTF-8 or UTF-16, or why it is none. */
export function textOfFile(bytes: Uint8Array): string | RefusedPart {
  if (bytes.length > largestFile) return tooLarge();
  const isWide = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  const encoding = isWide(0xff, 0xfe) ? 'utf-16le' : isWide(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return malformed('', 'not-text', `bytes that are no ${encoding}`);
  }
}

/** The refusal of a file of so many bytes that it is not even opened. */
export function tooLarge(): RefusedPart {
  return malformed('', 'too-large', `more than ${largestFile} bytes`);
}

/**
 * What must not reach the reader of XML, which would let it pass: document types and entities of one's own (by which a short
 * text becomes a huge one, or reads other files), a bare `&`, characters that XML forbids.
 */
export function guardXml(xml: string): RefusedPart | undefined {
  if (new TextEncoder().encode(xml).length > largestFile) return tooLarge();

  const forbidden = forbiddenCharacter.exec(xml);
  if (forbidden) return at(xml, forbidden.index, 'not-well-formed', `U+${forbidden[0].charCodeAt(0).toString(16).padStart(4, '0')}`);

  const markup = withoutQuiet(xml);
  if (typeof markup !== 'string') return markup;
  const declared = /<!\[?\w*/.exec(markup);
  if (declared) return at(xml, declared.index, /^<!entity/i.test(declared[0]) ? 'entity' : 'document-type', declared[0]);

  const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)[^\s<;]{0,40};?/.exec(markup);
  if (reference) return at(xml, reference.index, reference[0].endsWith(';') ? 'entity' : 'not-well-formed', reference[0]);
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const forbiddenCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Comments, character data and instructions, how they begin and end: what stands in them means nothing. */
const quiet: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/** The text with blanks for what means nothing, so that places stay as they are; or where what begins has no end. */
function withoutQuiet(xml: string): string | RefusedPart {
  const kept: string[] = [];
  const opening = /<!--|<!\[CDATA\[|<\?/g;
  let from = 0;
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const closing = quiet[found[0]] ?? '';
    const end = xml.indexOf(closing, found.index + found[0].length);
    if (end < 0) return at(xml, found.index, 'not-well-formed', found[0]);
    const until = end + closing.length;
    kept.push(xml.slice(from, found.index), xml.slice(found.index, until).replaceAll(/[^\n]/g, ' '));
    from = until;
    opening.lastIndex = until;
  }
  return kept.join('') + xml.slice(from);
}

function at(xml: string, index: number, reason: 'document-type' | 'entity' | 'not-well-formed', what: string): RefusedPart {
  const { line, column } = placesIn(xml).at(index);
  return malformed('', reason, what, line, column);
}
