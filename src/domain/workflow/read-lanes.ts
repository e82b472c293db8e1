import type { ModdleElement } from 'bpmn-moddle';
import type { UnitKind } from '#domain/agency/agency.ts';
import { elementOf, elementsOf, textOf } from './read-nodes.ts';
import { malformed, type RefusedPart } from './refused-part.ts';
import type { Lane } from './workflow.ts';

const units: readonly UnitKind[] = ['one-stop', 'professional', 'leadership', 'clerical'];

type LanesRead = {
  readonly lanes: readonly Lane[];
  /** The innermost lane of a node. */
  readonly laneOf: ReadonlyMap<string, string>;
  readonly refused: readonly RefusedPart[];
};

/** Reads the lanes of a workflow, lanes within lanes included. */
export function readLanes(holder: ModdleElement): LanesRead {
  const lanes: Lane[] = [];
  const laneOf = new Map<string, string>();
  const refused: RefusedPart[] = [];
  for (const set of elementsOf(holder, 'laneSets')) readSet(set, null);
  return { lanes, laneOf, refused };

  function readSet(set: ModdleElement, parentId: string | null): void {
    for (const lane of elementsOf(set, 'lanes')) {
      const id = lane.id ?? `lane ${lanes.length + 1}`;
      const unit = textOf(lane, 'motcua:unit');
      const known = units.find((kind) => kind === unit) ?? null;
      if (unit && known === null) refused.push(malformed(id, 'value-unreadable', `motcua:unit ${unit}`));
      lanes.push({ id, name: textOf(lane, 'name'), parentId, agency: textOf(lane, 'motcua:agency') || null, unit: known });
      for (const node of elementsOf(lane, 'flowNodeRef')) if (node.id) laneOf.set(node.id, id);
      const inner = elementOf(lane, 'childLaneSet');
      if (inner) readSet(inner, id);
    }
  }
}
