import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const known = new Map<string, string>();

/** SHA-256 over a paper's template with the letterhead it uses: says later by which template a paper was made. */
export function templateDigest(root: string, paper: string): string {
  const folder = path.join(root, 'src/server/papers');
  const files = [path.join(folder, 'letterhead.typ'), path.join(folder, paper, 'paper.typ')];
  const key = files.join();
  const digest = known.get(key) ?? files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');
  known.set(key, digest);
  return digest;
}
