import { PDFDocument } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import type { OwnFile } from '#tests/person.ts';

/** A photograph of a paper, as a telephone makes it. */
export async function photograph(browser: Browser, name: string): Promise<OwnFile> {
  const page = await browser.newPage({ viewport: { width: 400, height: 560 } });
  await page.setContent(`<h1>${name}</h1>`);
  const buffer = await page.screenshot({ type: 'jpeg', quality: 60 });
  await page.close();
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer };
}

export async function scan(name: string, pages: number): Promise<OwnFile> {
  const document = await PDFDocument.create();
  for (let no = 1; no <= pages; no++) document.addPage([595, 842]).drawText(`${name}, ${no}`);
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** A document that is named as if it were a photograph. */
export const disguised: OwnFile = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Đây là một tệp chữ, không phải ảnh.') };
