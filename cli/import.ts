import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogueFault, Wrong } from '#domain/procedure/read-catalogue.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import type { House } from '#server/house.ts';
import { type Imported, importCatalogue, unreadable } from '#server/usecases/import-catalogue.ts';
import { CannotRun } from './cannot-run.ts';
import { withHouse } from './house.ts';
import { readWorkflowText } from './workflow-text.ts';

/** `motcua import FOLDER`: agencies, staff, calendar and procedures of a catalogue's folder; all of it, or nothing. */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, ...more] = args;
  if (folder === undefined || more.length > 0) throw new CannotRun('it is "motcua import FOLDER", such as data/ha-giang.');

  return withHouse('motcua import', async (house) => {
    const answer = await importFolder(house, folder);
    if ('wrong' in answer) {
      for (const wrong of answer.wrong) console.error(inWords(wrong));
      console.error(`Nothing was imported: ${answer.wrong.length} wrong.`);
      return 1;
    }
    console.log(`${answer.versions} procedures, ${answer.published} of them new; ${answer.changed} other rows new or changed.`);
    return 0;
  });
}

/** The catalogue of a folder, with the country's calendar. */
export function importFolder(house: House, folder: string): Promise<Imported | { readonly wrong: readonly Wrong[] }> {
  const calendar = path.join(house.root, 'data/calendar/vietnam-2018-2026.json');
  const read = readFolder(path.resolve(house.root, folder));
  const wrong = read.flatMap(({ path: file, text }) => (typeof text === 'string' ? [] : [unreadable(file, text)]));
  if (wrong.length > 0) return Promise.resolve({ wrong });
  const files = read.flatMap(({ path: file, text }) => (typeof text === 'string' ? [{ path: file, text }] : []));
  return importCatalogue(house, [...files, { path: 'calendar.json', text: readFileSync(calendar, 'utf8') }]);
}

function readFolder(folder: string): { readonly path: string; readonly text: string | RefusedPart }[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(json|bpmn)$/.test(file))
      .sort()
      .map((file) => ({ path: file.replaceAll(path.sep, '/'), text: readText(path.join(folder, file)) }));
  } catch {
    throw new CannotRun(`${folder} is no folder that can be read.`);
  }
}

function readText(file: string): string | RefusedPart {
  return file.endsWith('.bpmn') ? readWorkflowText(file) : readFileSync(file, 'utf8');
}

/** File, row and reason of what is wrong, in one line. */
function inWords({ file, row, fault, facts = {} }: Wrong): string {
  const details = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${file}${row && `, ${row}`}: ${faults[fault]}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

const faults: Readonly<Record<CatalogueFault, string>> = {
  'file-missing': 'the file is missing',
  'not-json': 'it is not JSON',
  malformed: 'it has not the form of such a row',
  doubled: 'it stands there twice',
  'id-doubled': 'its id stands there twice',
  'parent-unknown': 'its parent does not stand before it',
  'kind-doubled': 'the agency has another unit of this kind',
  'unit-unknown': 'there is no such unit',
  'no-place': 'he works nowhere',
  'field-unknown': 'there is no such field',
  'source-unknown': 'there is no such source',
  'workflow-unknown': 'there is no such workflow',
  'drawing-missing': 'there is no such drawing in the folder workflows',
  'drawing-unreadable': 'the drawing cannot be read',
  'drawing-unpublishable': 'dossiers cannot be led along the drawing',
  'workflow-missing': 'it has neither steps nor a workflow',
  'deciding-agency-missing': 'its workflow needs an agency that it does not name',
  'shares-not-100': 'the shares of its steps do not sum to 100',
  'share-not-positive': 'a step has no share',
  'steps-out-of-order': 'its steps are not numbered 1, 2, 3 …',
  'receive-not-first': 'its first step, and no other, must receive',
  'return-not-last': 'its last step, and no other, must return',
  'sign-missing': 'nobody signs',
  'number-not-after-sign': 'the result is not numbered after it was signed',
  'appraised-after-sign': 'it is not appraised before it is signed for the last time',
  'agency-unknown': 'there is no such agency',
  'unit-missing': 'the agency has no unit that does this step',
  'time-not-positive': 'it takes no time',
  'committed-longer-than-legal': 'more time is taken than the law gives',
  'components-out-of-order': 'its components are not numbered 1, 2, 3 …',
  'component-without-copies': 'a component asks for no copy',
  'provenance-missing': 'it does not say where it comes from',
  'provenance-doubled': 'a column is both stated and assumed',
  'elsewhere-missing': 'it is not received, and does not say where to go',
  'elsewhere-superfluous': 'it is received, and sends people elsewhere',
  'nobody-receives': 'no agency receives it',
  'published-version-altered': 'this version was published with other words: give the change a new version',
};
