import { readFileSync, statSync } from 'node:fs';
import { checkBpmn } from '#domain/workflow/check-bpmn.ts';
import { countWorkflow } from '#domain/workflow/count-workflow.ts';
import { largestFile } from '#domain/workflow/guard-xml.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { malformed, type RefusedPart } from '#domain/workflow/refused-part.ts';
import { CannotRun } from './cannot-run.ts';

const exits = { sound: 0, unsound: 1, refused: 2 } as const;

/** `motcua workflow check FILE`: is every dossier sure to come through? `motcua workflow show FILE`: what is in the file. */
export async function run(args: readonly string[]): Promise<number> {
  const [what, file, ...more] = args.filter((arg) => arg !== '--json');
  if ((what !== 'check' && what !== 'show') || file === undefined || more.length > 0)
    throw new CannotRun('it is "motcua workflow check FILE.bpmn" or "motcua workflow show FILE.bpmn".');

  const xml = readXml(file);
  if (typeof xml !== 'string') return tellRefused([xml]);
  if (what === 'check') {
    const report = await checkBpmn(xml);
    console.log(JSON.stringify(report));
    return exits[report.verdict];
  }
  const read = await readBpmn(xml);
  if ('refused' in read) return tellRefused(read.refused);
  console.log(JSON.stringify(countWorkflow(read.workflow)));
  return 0;
}

function tellRefused(parts: readonly RefusedPart[]): number {
  console.log(JSON.stringify({ verdict: 'refused', problems: parts.map((part) => ({ ...part, path: [] })), warnings: [] }));
  return exits.refused;
}

/** The file's text in UTF-8 or UTF-16; a file that is too large is not even opened. */
function readXml(file: string): string | RefusedPart {
  try {
    if (statSync(file).size > largestFile) return malformed('', 'too-large', `more than ${largestFile} bytes`);
    return decode(readFileSync(file));
  } catch (fault) {
    const { code, message } =
      fault instanceof Error ? { code: undefined, ...fault, message: fault.message } : { code: undefined, message: String(fault) };
    if (code === 'ENOENT') throw new CannotRun(`there is no file ${file}.`);
    throw new CannotRun(`${file} cannot be read: ${message}`);
  }
}

function decode(bytes: Uint8Array): string | RefusedPart {
  const isWide = (first: number, second: number) => bytes[0] === first && bytes[1] === second;
  const encoding = isWide(0xff, 0xfe) ? 'utf-16le' : isWide(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return malformed('', 'not-text', `bytes that are no ${encoding}`);
  }
}
