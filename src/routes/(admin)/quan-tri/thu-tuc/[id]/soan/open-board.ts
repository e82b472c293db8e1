import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { ownPackage } from '#domain/workflow/bpmn-file.ts';
import type { DiagramSign } from '#lib/ui/WorkflowDiagram.svelte';
import type { Words } from '#lib/words/words.ts';
import { boardTools } from './board-tools.ts';

export type Board = Awaited<ReturnType<typeof openBoard>>;

type Opening = {
  readonly container: HTMLElement;
  readonly words: Words;
  /** Somebody drew: the whole file as it is now. */
  drawn(xml: string): void;
  /** Somebody chose an element, or none. */
  chosen(id: string | null): void;
};

type Viewbox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Canvas = {
  viewbox(box?: Viewbox): Viewbox;
  zoom(to: 'fit-viewport' | number, center?: 'auto'): number;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string): void;
};
type EventBus = { on(event: string, listener: (told: Told) => void): void };
type Told = { readonly trigger?: string; readonly newSelection?: readonly { readonly id: string }[] };
type Elements = { get(id: string): { readonly type: string } | undefined };
type Selection = { select(element: object | null): void };
type Overlays = { add(id: string, overlay: object): string; remove(id: string): void };

const palettePx = 60;

const letters: Readonly<Record<DiagramSign, string>> = { wrong: '!', way: '→', added: '+', removed: '−', changed: '≠' };

/** The drawing board in a box of the page. */
export async function openBoard({ container, words, drawn, chosen }: Opening) {
  const modeler = new Modeler({ container, additionalModules: [boardTools(words)], moddleExtensions: { motcua: ownPackage } });
  const canvas: Canvas = modeler.get('canvas');
  const eventBus: EventBus = modeler.get('eventBus');
  const elements: Elements = modeler.get('elementRegistry');
  const selection: Selection = modeler.get('selection');
  const overlays: Overlays = modeler.get('overlays');
  let signs: ReadonlyMap<string, DiagramSign> = new Map();
  let marked: readonly (() => void)[] = [];
  let isBringing = false;
  let isEmpty = true;

  // Until a file is read what stands there is still drawn on and chosen from.
  eventBus.on('import.parse.complete', () => {
    isBringing = true;
  });
  eventBus.on('commandStack.changed', async ({ trigger }) => {
    if (trigger === 'clear' || isBringing) return;
    const { xml } = await modeler.saveXML({ format: true });
    if (xml) drawn(xml);
  });
  eventBus.on('selection.changed', ({ newSelection = [] }) => {
    if (!isBringing) chosen(newSelection.length === 1 ? (newSelection[0]?.id.replace(/_label$/, '') ?? null) : null);
  });

  /** All of it, beside the palette. */
  function fit(): void {
    canvas.zoom('fit-viewport', 'auto');
    const view = canvas.viewbox();
    const palette = (palettePx * view.width) / Math.max(container.clientWidth, 1);
    canvas.viewbox({ ...view, x: view.x - palette, width: view.width + palette });
  }

  function mark(): void {
    for (const undo of marked) undo();
    marked = [...signs].flatMap(([id, sign]) => {
      const element = elements.get(id);
      if (!element) return [];
      canvas.addMarker(id, `sign-${sign}`);
      const undo = [() => elements.get(id) && canvas.removeMarker(id, `sign-${sign}`)];
      if (element.type !== 'bpmn:SequenceFlow') {
        const overlay = overlays.add(id, { position: { top: -12, left: -12 }, html: `<b class="board-sign ${sign}">${letters[sign]}</b>` });
        undo.push(() => overlays.remove(overlay));
      }
      return undo;
    });
  }

  return {
    /** Shows a file; where one looks stays, and what is chosen by the time that it is there. @throws Error when it cannot be drawn */
    async show(xml: string, chosenId: () => string | null) {
      try {
        const view = isEmpty ? undefined : canvas.viewbox();
        await modeler.importXML(xml);
        marked = [];
        if (view) canvas.viewbox(view);
        else fit();
        isEmpty = false;
        const element = elements.get(chosenId() ?? '');
        if (element) selection.select(element);
        mark();
      } finally {
        isBringing = false;
      }
    },

    sign(now: ReadonlyMap<string, DiagramSign>) {
      signs = now;
      if (!isEmpty) mark();
    },

    look(id: string) {
      const element = elements.get(id);
      if (!element) return;
      canvas.scrollToElement(id);
      selection.select(element);
    },

    fit,
    close: () => modeler.destroy(),
  };
}
