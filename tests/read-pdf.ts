import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * The words of a PDF, page by page, as one would copy them out: pieces of a line joined, white space made single.
 * `right` is how far right letters reach, in points (A4 is 595 wide).
 */
export async function readPdf(pdf: Uint8Array): Promise<{ pages: string[]; text: string; right: number }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  let right = 0;
  for (let no = 1; no <= document.numPages; no++) {
    const { items } = await (await document.getPage(no)).getTextContent();
    for (const item of items) if ('str' in item) right = Math.max(right, item.transform[4] + item.width);
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
    pages.push(words.join('').normalize('NFC').replace(/\s+/g, ' ').trim());
  }
  await task.destroy();
  return { pages, text: pages.join(' '), right };
}
