import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotRun } from './cannot-run.ts';

type File = { readonly path: string; readonly text: string };

/** Where a word is at home in one room: files named by it, or else those that say it most, and how many more say it. */
type Room = { readonly room: string; readonly files: readonly string[]; readonly more: number };

/** In the order in which an act goes through the house: from the door to the tables, then what follows from it, then who watches. */
const rooms: readonly [room: string, files: string][] = [
  ['pages', 'src/{routes/**/*.{ts,svelte},hooks.server.ts}'],
  ['pieces', 'src/lib/ui/**/*.{ts,svelte,css}'],
  ['words', 'src/lib/words/**/*.ts'],
  ['acts', 'src/server/usecases/*.ts'],
  ['rules', 'src/domain/**/*.ts'],
  ['tables', 'src/server/store/**/*.{ts,sql}'],
  ['jobs', 'src/server/jobs/*.ts'],
  ['papers', 'src/server/papers/**/*.{ts,typ}'],
  ['gateways', 'src/server/gateways/**/*.ts'],
  ['commands', 'cli/**/*.{ts,js}'],
  ['facts', 'data/**/*.{json,md}'],
  ['tests', 'tests/**/*.ts'],
  ['measures', 'bench/*.ts'],
  ['decisions', 'docs/**/*.md'],
];

/** So many files that only say the word are named; a glossary's word stands in hundreds. */
const namedAtMost = 5;

/** `motcua where WORD…`: the rooms of a word, for whoever changes the program. */
export async function run(args: readonly string[]): Promise<number> {
  const word = args.join(' ').trim();
  if (!word) throw new CannotRun('say which word, such as "npm run where supplement".');

  const root = path.join(import.meta.dirname, '..');
  const found = rooms.map(([room, glob]) => findIn(room, filesOf(root, glob), word)).filter(({ files }) => files.length > 0);
  for (const { room, files, more } of found) {
    console.log([room, ...files.map((file) => `  ${file}`), ...(more > 0 ? [`  and ${more} more that say it`] : [])].join('\n'));
  }
  return found.length > 0 ? 0 : 1;
}

/** `supplement request` is also found as supplementRequest, supplement-request and supplement_request. */
export function findIn(room: string, files: readonly File[], word: string): Room {
  const says = new RegExp(
    word
      .split(/[\s_-]+/)
      .map((part) => RegExp.escape(part))
      .join('[\\s_-]?'),
    'gi',
  );
  const saying = files
    .map(({ path, text }) => ({ path, times: text.match(says)?.length ?? 0 }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times)
    .map(({ path }) => path);
  const named = files.map(({ path }) => path).filter((path) => path.match(says));
  const shown = named.length > 0 ? named : saying.slice(0, namedAtMost);
  return { room, files: shown, more: saying.filter((path) => !shown.includes(path)).length };
}

function filesOf(root: string, glob: string): File[] {
  return globSync(glob, { cwd: root })
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}
