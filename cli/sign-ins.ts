import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { roles } from '#domain/access/actor.ts';
import type { House } from '#server/house.ts';
import { makeSignIns, type SignIn } from '#server/usecases/make-sign-ins.ts';
import type { Tell } from './stages.ts';

/** Where the demo's sign-ins stand, for the owner of the data folder alone. */
function fileOf(data: string): string {
  return path.join(data, 'sign-ins.txt');
}

const restBegins = '# All others, by agency';

/**
 * Every officer of the demo gets a sign-in, and the list of them is written anew if it is not what it was:
 * `role <tab> name <tab> user name <tab> password <tab> what he does`, first one for each role and level, then all others.
 */
export async function keepSignIns(house: House, data: string, tell: Tell): Promise<void> {
  const signIns = await makeSignIns(house, (done, of) => tell('sign-ins', done, of));
  const text = listOf(signIns);
  const file = fileOf(data);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The sign-ins to print at a start: one for each role and level. Empty when there is no list. */
export function printableSignIns(data: string): string {
  const file = fileOf(data);
  if (!existsSync(file)) return '';
  const [first = ''] = readFileSync(file, 'utf8').split(restBegins);
  return `${first.trim()}\nAll others: ${file}\n`;
}

function listOf(signIns: readonly SignIn[]): string {
  const seen = new Set<string>();
  const first = roles.flatMap((role) =>
    signIns
      .filter((one) => one.roles.includes(role))
      .sort((a, b) => a.roles.indexOf(role) - b.roles.indexOf(role))
      .filter(({ level }) => !seen.has(`${role} ${level}`) && seen.add(`${role} ${level}`))
      .map((one) => lineOf(one, role)),
  );
  const rest = signIns.map((one) => lineOf(one, one.roles[0] ?? ''));
  return ['# One for each role and level', ...first, '', restBegins, ...rest.filter((line) => !first.includes(line)), ''].join('\n');
}

function lineOf({ name, title, username, password, agencyName }: SignIn, role: string): string {
  return [role, name, username, password, `${title}, ${agencyName}`].join('\t');
}
