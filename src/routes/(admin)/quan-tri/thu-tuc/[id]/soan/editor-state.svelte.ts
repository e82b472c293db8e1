import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { drawnIn, readDrawing } from '#domain/workflow/read-drawing.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { rewriteBpmn } from '#domain/workflow/write-bpmn.ts';

export type Editor = ReturnType<typeof openEditor>;

/**
 * One workflow that is edited on two sides: as a drawing, whose file is the whole of it, and as the model that the table shows.
 * What one side changes is brought to the other; whatever came last counts.
 */
export function openEditor(initial: { readonly document: string; readonly workflow: Workflow | null; readonly names: LaneNames }) {
  let document = $state(initial.document);
  let workflow = $state.raw(initial.workflow);
  let unread = $state.raw<readonly RefusedPart[]>([]);
  let chosenId = $state<string | null>(null);
  let isChanged = $state(false);
  /** Counts what the drawing board has not drawn itself. */
  let redrawn = $state(0);
  const before: string[] = [];
  const undone: string[] = [];
  let turn = 0;

  async function read(xml: string): Promise<void> {
    const mine = ++turn;
    const found = await readBpmn(xml);
    if (mine !== turn) return;
    unread = 'refused' in found ? found.refused : [];
    if ('workflow' in found) workflow = found.workflow;
  }

  function remember(): void {
    before.push(document);
    if (before.length > 100) before.shift();
    undone.length = 0;
    isChanged = true;
  }

  async function go(from: string[], to: string[]): Promise<void> {
    const xml = from.pop();
    if (xml === undefined) return;
    to.push(document);
    document = xml;
    isChanged = true;
    redrawn++;
    await read(xml);
  }

  return {
    names: initial.names,
    get document() {
      return document;
    },
    get workflow() {
      return workflow;
    },
    get unread() {
      return unread;
    },
    get isChanged() {
      return isChanged;
    },
    get redrawn() {
      return redrawn;
    },
    get chosenId() {
      return chosenId;
    },
    choose(id: string | null) {
      chosenId = id;
    },
    leave() {
      isChanged = false;
    },
    undo: () => go(before, undone),
    redo: () => go(undone, before),

    /** The document as a board can show it: laid out by us where nothing of it is drawn. */
    async shown(): Promise<string> {
      const found = await readBpmn(document);
      if ('refused' in found || drawnIn(found.definitions).length > 0) return document;
      return rewriteBpmn(found.definitions, found.workflow);
    },

    /** The board drew something. */
    async drawn(xml: string) {
      if (xml === document) return;
      remember();
      document = xml;
      await read(xml);
    },

    /** The table or the panel changed the model. @param isAnew the drawing is laid out by us, as its nodes are others */
    async change(next: Workflow, { isAnew }: { readonly isAnew: boolean } = { isAnew: false }) {
      const mine = ++turn;
      workflow = next;
      const found = await readBpmn(document);
      if (mine !== turn || 'refused' in found) return;
      const xml = await rewriteBpmn(found.definitions, next, isAnew ? undefined : readDrawing(found.definitions, found.workflow));
      if (mine !== turn) return;
      remember();
      document = xml;
      redrawn++;
    },
  };
}
