import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf } from './read-nodes.ts';
import type { Workflow } from './workflow.ts';

/** Brings the lanes of a file to those of a workflow; a lane that it has already keeps what other tools wrote into it. */
export function putLanes(
  moddle: BpmnModdle,
  whole: ModdleElement,
  { id, lanes, nodes }: Workflow,
  elements: ReadonlyMap<string, ModdleElement>,
): void {
  const sets = elementsOf(whole, 'laneSets');
  const known = new Map<string, ModdleElement>();
  for (const set of sets) collect(set);
  if (lanes.length === 0) whole.set('laneSets', []);
  else whole.set('laneSets', [filled(sets[0] ?? moddle.create('bpmn:LaneSet', { id: `${id}_lanes` }), null)]);

  function collect(set: ModdleElement): void {
    for (const lane of elementsOf(set, 'lanes')) {
      if (lane.id) known.set(lane.id, lane);
      const inner = elementOf(lane, 'childLaneSet');
      if (inner) collect(inner);
    }
  }

  function filled(set: ModdleElement, parentId: string | null): ModdleElement {
    const made = lanes.flatMap((lane) => {
      if (lane.parentId !== parentId) return [];
      const element = known.get(lane.id) ?? moddle.create('bpmn:Lane', { id: lane.id });
      element.set('name', lane.name || undefined);
      element.set('motcua:agency', lane.agency ?? undefined);
      element.set('motcua:unit', lane.unit ?? undefined);
      element.set(
        'flowNodeRef',
        nodes.flatMap((node) => (node.laneId === lane.id ? (elements.get(node.id) ?? []) : [])),
      );
      const hasInner = lanes.some((other) => other.parentId === lane.id);
      const inner = elementOf(element, 'childLaneSet') ?? moddle.create('bpmn:LaneSet', { id: `${lane.id}_lanes` });
      element.set('childLaneSet', hasInner ? filled(inner, lane.id) : undefined);
      return element;
    });
    set.set('lanes', made);
    return set;
  }
}
