import type { ModdleElement } from 'bpmn-moddle';
import {
  completeDrawing,
  type Drawing,
  type DrawnBox,
  type DrawnLine,
  drawingOf,
  keptDrawing,
  type StoredDrawing,
  storedDrawing,
} from './drawing.ts';
import type { Box, Point } from './layout.ts';
import { elementOf, elementsOf } from './read-nodes.ts';
import type { Workflow } from './workflow.ts';

/** The drawing that stands in a file (BPMN DI), completed by our own layout where something of it is missing or makes no sense. */
export function readDrawing(definitions: ModdleElement, workflow: Workflow): Drawing {
  return completeDrawing(workflow, placesIn(definitions, workflow));
}

/** What a file says: a workflow, and where its parts stand when that is not as we would lay it out. */
export type Drawn = { readonly workflow: Workflow; readonly drawing: StoredDrawing | undefined };

export function drawnAs({ workflow, definitions }: { readonly workflow: Workflow; readonly definitions: ModdleElement }): Drawn {
  return { workflow, drawing: ownDrawing(definitions, workflow) };
}

/** The drawing of a file, where it has a whole one of its own: neither missing anything nor as we would lay it out. */
export function ownDrawing(definitions: ModdleElement, workflow: Workflow): StoredDrawing | undefined {
  const kept = keptDrawing(workflow, placesIn(definitions, workflow));
  const stored = kept && storedDrawing(kept);
  return stored && JSON.stringify(stored) !== JSON.stringify(storedDrawing(drawingOf(workflow))) ? stored : undefined;
}

function placesIn(definitions: ModdleElement, workflow: Workflow): Drawing {
  const boxes = new Map<string, DrawnBox>();
  const lines = new Map<string, DrawnLine>();
  for (const drawn of drawnIn(definitions)) {
    const id = drawnId(drawn, workflow.id);
    if (id === undefined) continue;
    const box = boxIn(drawn);
    const points = elementsOf(drawn, 'waypoint').flatMap((one) => pointIn(one) ?? []);
    const label = labelIn(drawn);
    if (box) boxes.set(id, { box, label });
    if (points.length > 1) lines.set(id, { points, label });
  }
  return { boxes, lines };
}

/** Shapes and edges of all diagrams of a file. */
export function drawnIn(definitions: ModdleElement): readonly ModdleElement[] {
  const planes = elementsOf(definitions, 'diagrams').flatMap((diagram) => elementOf(diagram, 'plane') ?? []);
  return planes.flatMap((plane) => elementsOf(plane, 'planeElement'));
}

/** What is drawn by it; the pool is called as the workflow that it holds. */
export function drawnId(drawn: ModdleElement, workflowId: string): string | undefined {
  const element = elementOf(drawn, 'bpmnElement');
  if (element?.$type !== 'bpmn:Participant') return element?.id;
  return elementOf(element, 'processRef')?.id === workflowId ? workflowId : element.id;
}

function labelIn(drawn: ModdleElement): Box | null {
  const label = elementOf(drawn, 'label');
  return (label && boxIn(label)) ?? null;
}

function boxIn(drawn: ModdleElement): Box | undefined {
  const bounds = elementOf(drawn, 'bounds');
  const point = bounds && pointIn(bounds);
  const [width, height] = [bounds?.get('width'), bounds?.get('height')];
  return point && isLength(width) && isLength(height) && width > 0 && height > 0 ? { ...point, width, height } : undefined;
}

function pointIn(element: ModdleElement): Point | undefined {
  const [x, y] = [element.get('x'), element.get('y')];
  return isLength(x) && isLength(y) ? { x, y } : undefined;
}

/** Larger ones are no places on a drawing. */
function isLength(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < 1e6;
}
