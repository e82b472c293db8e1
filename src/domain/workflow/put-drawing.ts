import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Drawing, DrawnBox, DrawnLine } from './drawing.ts';
import type { Box } from './layout.ts';
import { drawnId } from './read-drawing.ts';
import { elementOf, elementsOf } from './read-nodes.ts';
import type { Workflow } from './workflow.ts';

type Drawn = { readonly definitions: ModdleElement; readonly whole: ModdleElement; readonly workflow: Workflow; readonly drawing: Drawing };

/** Writes a drawing (BPMN DI) into a file. What else is drawn there, such as notes and data, stays where it is. */
export function putDrawing(moddle: BpmnModdle, { definitions, whole, workflow, drawing }: Drawn): void {
  const collaboration = elementsOf(definitions, 'rootElements').find(({ $type }) => $type === 'bpmn:Collaboration');
  const pool = collaboration && elementsOf(collaboration, 'participants').find((one) => one.get('processRef') === whole);
  const elements = new Map(partsOf(whole).flatMap((one) => (one.id ? [[one.id, one]] : [])));
  if (pool) elements.set(workflow.id, pool);

  const plane = planeIn(moddle, definitions, collaboration ?? whole);
  const there = elementsOf(plane, 'planeElement');
  const known = new Map(
    there.flatMap((drawn) => {
      const id = drawnId(drawn, workflow.id);
      return id === undefined ? [] : [[id, drawn]];
    }),
  );
  const own = (id: string, type: string) => {
    const [element, drawn] = [elements.get(id), known.get(id)];
    if (!element) return undefined;
    return drawn?.$type === type ? drawn : moddle.create(type, { id: `${element.id}_di`, bpmnElement: element });
  };
  const shapes = [...drawing.boxes].flatMap(([id, box]) => putShape(moddle, own(id, 'bpmndi:BPMNShape'), box));
  const edges = [...drawing.lines].flatMap(([id, line]) => putEdge(moddle, own(id, 'bpmndi:BPMNEdge'), line));
  const others = there.filter((drawn) => {
    const id = drawnId(drawn, workflow.id);
    return id !== undefined && !elements.has(id) && !isOfWorkflow(elementOf(drawn, 'bpmnElement'));
  });
  plane.set('planeElement', [...shapes, ...edges, ...others]);
}

/** Nodes, flows and lanes. */
function partsOf(holder: ModdleElement): readonly ModdleElement[] {
  const lanes = elementsOf(holder, 'laneSets').flatMap(lanesIn);
  return [...elementsOf(holder, 'flowElements').filter(isOfWorkflow), ...lanes];
}

function lanesIn(set: ModdleElement): readonly ModdleElement[] {
  return elementsOf(set, 'lanes').flatMap((lane) => {
    const inner = elementOf(lane, 'childLaneSet');
    return [lane, ...(inner ? lanesIn(inner) : [])];
  });
}

function isOfWorkflow(element: ModdleElement | undefined): boolean {
  return ['bpmn:FlowNode', 'bpmn:SequenceFlow', 'bpmn:Lane'].some((type) => element?.$instanceOf(type));
}

function planeIn(moddle: BpmnModdle, definitions: ModdleElement, element: ModdleElement): ModdleElement {
  const diagrams = elementsOf(definitions, 'diagrams');
  const [there] = diagrams.flatMap((diagram) => elementOf(diagram, 'plane') ?? []);
  const plane = there ?? moddle.create('bpmndi:BPMNPlane', { id: `${element.id}_plane` });
  plane.set('bpmnElement', element);
  if (!there) definitions.set('diagrams', [...diagrams, moddle.create('bpmndi:BPMNDiagram', { id: `${element.id}_diagram`, plane })]);
  return plane;
}

function putShape(moddle: BpmnModdle, shape: ModdleElement | undefined, { box, label }: DrawnBox): readonly ModdleElement[] {
  if (!shape) return [];
  const type = elementOf(shape, 'bpmnElement')?.$type;
  shape.set('bounds', boundsOf(moddle, box));
  shape.set('label', labelOf(moddle, label));
  if (type === 'bpmn:Lane' || type === 'bpmn:Participant') shape.set('isHorizontal', true);
  if (type === 'bpmn:ExclusiveGateway') shape.set('isMarkerVisible', true);
  return [shape];
}

function putEdge(moddle: BpmnModdle, edge: ModdleElement | undefined, { points, label }: DrawnLine): readonly ModdleElement[] {
  if (!edge) return [];
  edge.set(
    'waypoint',
    points.map(({ x, y }) => moddle.create('dc:Point', { x, y })),
  );
  edge.set('label', labelOf(moddle, label));
  return [edge];
}

function labelOf(moddle: BpmnModdle, label: Box | null): ModdleElement | undefined {
  return label === null ? undefined : moddle.create('bpmndi:BPMNLabel', { bounds: boundsOf(moddle, label) });
}

function boundsOf(moddle: BpmnModdle, { x, y, width, height }: Box): ModdleElement {
  return moddle.create('dc:Bounds', { x, y, width, height });
}
