import type { ModdleElement } from 'bpmn-moddle';
import { bpmnModdle, writeBpmnFile } from './bpmn-file.ts';
import { completeDrawing, type Drawing } from './drawing.ts';
import { putDrawing } from './put-drawing.ts';
import { putLanes } from './put-lanes.ts';
import { putNodes } from './put-nodes.ts';
import { processesOf } from './read-bpmn.ts';
import { elementsOf } from './read-nodes.ts';
import type { Workflow } from './workflow.ts';

/** A workflow as a BPMN 2.0 file of its own, with its drawing. Reading it gives the same workflow, and the same drawing. */
export function writeBpmn(workflow: Workflow, drawing?: Drawing): Promise<string> {
  const moddle = bpmnModdle();
  const whole = moddle.create('bpmn:Process', { id: workflow.id, isExecutable: false });
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${workflow.id}_definitions`,
    targetNamespace: 'urn:motcua:workflow',
    rootElements: [whole],
  });
  return writeInto(definitions, whole, workflow, drawing);
}

/**
 * A workflow written into the file that it, or an earlier state of it, was read from: what other tools wrote there stays.
 *
 * @param definitions changed by it
 */
export function rewriteBpmn(definitions: ModdleElement, workflow: Workflow, drawing?: Drawing): Promise<string> {
  const [whole] = processesOf(definitions);
  if (!whole) throw new RangeError('a file without a workflow');
  return writeInto(definitions, whole, workflow, drawing);
}

function writeInto(definitions: ModdleElement, whole: ModdleElement, workflow: Workflow, drawing?: Drawing): Promise<string> {
  const moddle = bpmnModdle();
  whole.set('name', workflow.name || undefined);
  const elements = putNodes(moddle, { definitions, whole }, workflow);
  putLanes(moddle, whole, workflow, elements);
  if (workflow.lanes.length > 0) putPool(definitions, whole, workflow);
  putDrawing(moddle, { definitions, whole, workflow, drawing: completeDrawing(workflow, drawing) });
  return writeBpmnFile(definitions);
}

/** A pool around the lanes, where there is none yet. */
function putPool(definitions: ModdleElement, whole: ModdleElement, { id, name }: Workflow): void {
  const roots = elementsOf(definitions, 'rootElements');
  const collaboration = roots.find(({ $type }) => $type === 'bpmn:Collaboration');
  const pools = collaboration ? elementsOf(collaboration, 'participants') : [];
  if (pools.some((pool) => pool.get('processRef') === whole)) return;

  const moddle = bpmnModdle();
  const pool = moddle.create('bpmn:Participant', { id: `${id}_pool`, ...(name && { name }) });
  pool.set('processRef', whole);
  if (collaboration) collaboration.set('participants', [...pools, pool]);
  else
    definitions.set('rootElements', [moddle.create('bpmn:Collaboration', { id: `${id}_collaboration`, participants: [pool] }), ...roots]);
}
