import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lifePage } from './life-page.ts';

/** `motcua life`: writes docs/dossier-life.md. */
export async function run(): Promise<number> {
  writeFileSync(path.join(import.meta.dirname, '../docs/dossier-life.md'), `${lifePage()}\n`);
  return 0;
}
