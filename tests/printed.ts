import path from 'node:path';
import { type Papers, renderPaper } from '#server/papers/render.ts';
import { readPdf } from './read-pdf.ts';

const root = path.join(import.meta.dirname, '..');

/** A paper as someone reads it who has it in hand. */
export async function printed<Name extends keyof Papers>(paper: Name, content: Papers[Name]) {
  return readPdf(await renderPaper(root, paper, content, { now: new Date('2018-05-02T09:44+07:00') }));
}
