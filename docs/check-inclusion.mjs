#!/usr/bin/env node
// Checks, without the program that made it, that a dossier's history is in the days that the city has closed and published.
//
//   node check-inclusion.mjs chung-cu.json [MARK]
//
// chung-cu.json is what the page of a paper's QR code hands out. MARK is a chained mark that you kept or read on the page
// of closed days. Prints what holds; exit code 1 when something does not.
// The tree is that of RFC 9162 section 2.1, the marks are SHA-256; nothing but Node's own library is used.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const bytes = (hex) => Buffer.from(hex, 'hex');

/** RFC 9162, 2.1.3.2: the root that a leaf leads to. */
function rootFrom({ head, index, size, path }) {
  let hash = sha256(Buffer.of(0), bytes(head));
  let [place, last] = [index, size - 1];
  for (const beside of path.map(bytes)) {
    if (last === 0) return undefined;
    if (place & 1 || place === last) {
      hash = sha256(Buffer.of(1), beside, hash);
      while (!(place & 1) && place > 0) [place, last] = [place >> 1, last >> 1];
    } else {
      hash = sha256(Buffer.of(1), hash, beside);
    }
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 ? hash.toString('hex') : undefined;
}

const [file, mark] = process.argv.slice(2);
if (!file) {
  console.error('node check-inclusion.mjs chung-cu.json [MARK]');
  process.exit(2);
}
const { code, heads, before, closings } = JSON.parse(readFileSync(file, 'utf8'));
const wrong = [];

let previous = before;
for (const { day, size, root, hash } of closings) {
  const computed = sha256(`${previous} ${day} ${size} ${root}`).toString('hex');
  if (computed !== hash) wrong.push(`${day}: its mark is not chained to the day before`);
  previous = hash;
}
for (const inclusion of heads) {
  const closing = closings.find(({ day }) => day === inclusion.day);
  const holds = closing && closing.size === inclusion.size && closing.root === inclusion.root && rootFrom(inclusion) === closing.root;
  if (!holds) wrong.push(`${inclusion.day}: event ${inclusion.version} is not in this day`);
}
if (heads.length === 0) wrong.push('no day of this dossier is closed yet');
if (mark && !closings.some(({ hash }) => hash === mark)) wrong.push(`the mark ${mark} is none of these days`);

for (const line of wrong) console.log(line);
if (wrong.length === 0) console.log(`${code}: in ${heads.length} closed days, chained to ${previous}`);
process.exit(wrong.length === 0 ? 0 : 1);
