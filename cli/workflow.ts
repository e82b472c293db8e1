import { checkBpmn } from '#domain/workflow/check-bpmn.ts';
import { countWorkflow } from '#domain/workflow/count-workflow.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import { CannotRun } from './cannot-run.ts';
import { readWorkflowText } from './workflow-text.ts';

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

function readXml(file: string): string | RefusedPart {
  try {
    return readWorkflowText(file);
  } catch (fault) {
    const { code, message } =
      fault instanceof Error ? { code: undefined, ...fault, message: fault.message } : { code: undefined, message: String(fault) };
    if (code === 'ENOENT') throw new CannotRun(`there is no file ${file}.`);
    throw new CannotRun(`${file} cannot be read: ${message}`);
  }
}
