import { inflateSync } from 'node:zlib';

/** What may come out of all compressed parts of one file together: a few kilobytes can swell to gigabytes. */
const maxInflatedBytes = 16 * 1024 * 1024;
/** Far more than the largest file from a scanner or an office program has. */
const maxObjectStreams = 10_000;
const maxTokens = 1_000_000;
const maxDepth = 100;

/**
 * Pages of a PDF: the greatest `/Count` of its page tree, which is that of the root.
 *
 * Reads once through the file and never builds it up, so that a file made to break readers costs no more than its size.
 *
 * @returns null when it is cut off, or no page tree can be found: broken, or locked by a password
 */
export function countPdfPages(bytes: Uint8Array): number | null {
  if (!isWhole(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pages = Math.max(...[text, ...objectStreams(text)].map(greatestCount));
  return pages > 0 ? pages : null;
}

/**
 * Whether the end of a PDF is there. Its page tree may stand at the beginning: of a file that broke off while it was fetched
 * it would promise pages that nobody can open. Readers allow some bytes after the end, and scanners fill up with empty ones.
 */
function isWhole(bytes: Uint8Array): boolean {
  let end = bytes.byteLength;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return Buffer.from(bytes.subarray(Math.max(0, end - 1024), end)).includes('%%EOF');
}

/** Follows the dictionaries as they open and close; each object begins afresh, so that bytes of pictures between them do no harm. */
function greatestCount(text: string): number {
  const token = /\bobj\b|\bendstream\b|<<|>>|\/Type\s{0,8}\/Pages\b|\/Count\s{1,8}(\d{1,7})\b/g;
  let open: { tree: boolean; count: number }[] = [];
  let greatest = 0;
  for (let read = 0; read < maxTokens; read++) {
    const found = token.exec(text);
    if (!found) break;
    if (open.length > maxDepth) open = [];
    const inner = open.at(-1);
    if (found[0] === 'obj' || found[0] === 'endstream') open = [];
    else if (found[0] === '<<') open.push({ tree: false, count: 0 });
    else if (found[0] === '>>') {
      open.pop();
      if (inner?.tree) greatest = Math.max(greatest, inner.count);
    } else if (inner && found[1]) inner.count = Number(found[1]);
    else if (inner) inner.tree = true;
  }
  return greatest;
}

/** Since PDF 1.5 the page tree may lie in compressed streams of objects. */
function objectStreams(text: string): string[] {
  const streams: string[] = [];
  const head = /\/ObjStm\b/g;
  for (let left = maxInflatedBytes; left > 0 && streams.length < maxObjectStreams; ) {
    const found = head.exec(text);
    if (!found) break;
    const begins = text.indexOf('stream', found.index);
    const ends = text.indexOf('endstream', begins);
    if (begins < 0 || ends < 0) break;
    const from = begins + 'stream'.length + (text.startsWith('\r\n', begins + 'stream'.length) ? 2 : 1);
    const objects = inflate(text.slice(from, ends), left);
    streams.push(objects);
    left -= objects.length;
    head.lastIndex = ends;
  }
  return streams;
}

function inflate(compressed: string, maxOutputLength: number): string {
  try {
    return inflateSync(Buffer.from(compressed, 'latin1'), { maxOutputLength }).toString('latin1');
  } catch {
    return '';
  }
}
