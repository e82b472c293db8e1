import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { Signer as PlaceFiller, SignPdf } from '@signpdf/signpdf';
import { PDFDocument } from 'pdf-lib';
import { signCms } from './cms.ts';
import { openP12 } from './p12.ts';
import type { Signer, Signing } from './sign.ts';

/**
 * Signs with a certificate of ours: CMS over the whole file but the signature's own place, each signature in a field of its own.
 *
 * @throws Error in one sentence when the certificate file cannot be opened
 */
export function p12Signer(p12: Uint8Array, password: string): Signer {
  const pair = openP12(p12, password);
  return {
    subject: pair.subject,
    sign: async (pdf, signing) => {
      const place = withPlace(await signable(Buffer.from(pdf)), signing);
      const filler = Object.assign(new PlaceFiller(), { sign: async (content: Buffer) => signCms(pair, content, signing.at) });
      return { pdf: new Uint8Array(await new SignPdf().sign(place, filler)), signed: true, by: pair.subject };
    },
  };
}

/**
 * Signatures are added behind a file whose table of objects is written plainly. Another one (uploaded, of a newer kind)
 * is written anew first; that is possible only while nobody has signed it.
 */
async function signable(pdf: Buffer): Promise<Buffer> {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-1024).toString('latin1'))?.[1]);
  if (pdf.subarray(start, start + 4).toString('latin1') === 'xref') return pdf;
  if (pdf.includes('/ByteRange')) throw new Error('A signed PDF of this kind cannot take another signature.');
  return Buffer.from(await (await PDFDocument.load(pdf)).save({ useObjectStreams: false }));
}

/**
 * The file with an empty place for the signature.
 *
 * The library that makes it writes letters beyond ASCII wrongly, drops the file's identifier, which PDF/A asks for,
 * and points one byte before the table of objects. So it gets stretches of letters as long as the right text in hexadecimal,
 * which then takes their place byte for byte; the rest is mended in the last trailer, behind all that is counted.
 */
function withPlace(pdf: Buffer, { name, reason, at }: Signing): Buffer {
  const texts = { Name: inHex(name), Reason: inHex(reason) };
  const place = plainAddPlaceholder({
    pdfBuffer: pdf,
    name: stretch(texts.Name),
    reason: stretch(texts.Reason),
    contactInfo: '',
    location: '',
    signingTime: at,
  }).toString('latin1');

  const identifier = /\/ID\s*\[[^\]]*\]/.exec(pdf.toString('latin1'))?.[0] ?? '';
  const written = Object.entries(texts).reduce((file, [key, hex]) => put(file, `/${key} (${stretch(hex)})`, `/${key} <${hex}>`), place);
  const identified = put(written, 'trailer\n<<\n', `trailer\n<<\n${identifier}\n`);
  const table = identified.lastIndexOf('\nxref\n') + 1;
  return Buffer.from(put(identified, `startxref\n${table - 1}\n`, `startxref\n${table}\n`), 'latin1');
}

/** Puts `text` where `old` stands last: earlier signatures have the same words, and must not be touched. */
function put(file: string, old: string, text: string): string {
  const at = file.lastIndexOf(old);
  if (at === -1) throw new Error(`No ${old.slice(0, 20)} in the place of the signature`);
  return file.slice(0, at) + text + file.slice(at + old.length);
}

function stretch(hex: string): string {
  return 'x'.repeat(hex.length);
}

/** UTF-16, as text in a PDF is written. */
function inHex(text: string): string {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
}
