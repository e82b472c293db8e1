import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { ownPackage } from '#domain/workflow/bpmn-file.ts';
import type { DiagramSign } from '#lib/ui/WorkflowDiagram.svelte';
import type { Words } from '#lib/words/words.ts';
import { keepNamesApart, type TextRenderer } from './board-names.ts';
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

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** What is looked at; `inner` is all that is drawn. */
type Viewbox = Box & { readonly inner: Box };
type Canvas = {
  viewbox(box?: Box): Viewbox;
  zoom(to?: number): number;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string, padding: { readonly [side in 'top' | 'right' | 'bottom' | 'left']: number }): void;
};
type Listener = (told: Told) => void;
type EventBus = { on(event: string, listener: Listener): void; on(event: string, priority: number, listener: Listener): void };
type Told = { readonly trigger?: string; readonly newSelection?: readonly { readonly id: string }[]; readonly element?: Element };
type Element = { readonly id: string; readonly type: string; readonly x?: number };
type Elements = { get(id: string): Element | undefined; filter(wanted: (element: Element) => boolean): readonly Element[] };
type Selection = { select(element: object | null): void };
type Overlays = { add(id: string, overlay: object): string; remove(id: string): void };

const palettePx = 60;
const edgePx = 12;
/** Letters smaller than at this scale are not read; the whole at once is for who asks for it. */
const readableScale = 0.85;
const smallestScale = 0.2;
const largestScale = 4;
const zoomStep = 1.25;
const aroundElement = { top: 2 * edgePx, right: 2 * edgePx, bottom: 2 * edgePx, left: palettePx + 2 * edgePx };

const letters: Readonly<Record<DiagramSign, string>> = { wrong: '!', way: '→', added: '+', removed: '−', changed: '≠' };

/** The drawing board in a box of the page. */
export async function openBoard({ container, words, drawn, chosen }: Opening) {
  const { fontFamily } = getComputedStyle(container);
  const modeler = new Modeler({
    container,
    additionalModules: [boardTools(words)],
    moddleExtensions: { motcua: ownPackage },
    textRenderer: { defaultStyle: { fontFamily, fontSize: 14 }, externalStyle: { fontSize: 14 } },
  });
  const canvas: Canvas = modeler.get('canvas');
  const eventBus: EventBus = modeler.get('eventBus');
  const elements: Elements = modeler.get('elementRegistry');
  const selection: Selection = modeler.get('selection');
  const overlays: Overlays = modeler.get('overlays');
  const textRenderer: TextRenderer = modeler.get('textRenderer');
  let signs: ReadonlyMap<string, DiagramSign> = new Map();
  let marked: readonly (() => void)[] = [];
  let isBringing = false;
  let isEmpty = true;

  keepNamesApart(eventBus, textRenderer);
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

  /** The scale at which all of it has room beside the palette; not larger than it was drawn. */
  function wholeScale(): number {
    const { inner } = canvas.viewbox();
    const room = { width: container.clientWidth - palettePx - 2 * edgePx, height: container.clientHeight - 2 * edgePx };
    return Math.max(Math.min(room.width / inner.width, room.height / inner.height, 1), smallestScale);
  }

  /** From an edge on to the right; from its top, or in the middle when all its height is seen. */
  function lookFrom(left: number, scale: number): void {
    const { inner } = canvas.viewbox();
    const [width, height] = [container.clientWidth / scale, container.clientHeight / scale];
    const above = Math.max((height - inner.height) / 2, edgePx / scale);
    canvas.viewbox({ x: left - (palettePx + edgePx) / scale, y: inner.y - above, width, height });
  }

  /** From its left, where the lanes are named; from where the work begins when their names would be all that is seen. */
  function lookAtFirst(): void {
    const scale = Math.max(wholeScale(), readableScale);
    const { inner } = canvas.viewbox();
    const parts = elements.filter(({ type }) => /(Task|Event|Gateway)$/.test(type)).flatMap(({ x }) => x ?? []);
    const first = parts.length > 0 ? Math.min(...parts) : inner.x;
    const room = container.clientWidth - palettePx - edgePx;
    lookFrom((first - inner.x) * scale > room / 2 ? first : inner.x, scale);
  }

  function zoom(step: number): void {
    canvas.zoom(Math.min(Math.max(canvas.zoom() * step, smallestScale), largestScale));
  }

  const tasks = () => elements.filter(({ type }) => /Task$/.test(type)).map(({ id }) => id);

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
    /**
     * Shows a file; where one looks stays, moved as far as a new step needs to be seen, and what is chosen by the time that it is there.
     * @throws Error when it cannot be drawn
     */
    async show(xml: string, chosenId: () => string | null) {
      try {
        const view = isEmpty ? undefined : canvas.viewbox();
        const before = new Set(tasks());
        await modeler.importXML(xml);
        marked = [];
        if (view) {
          canvas.viewbox(view);
          const added = tasks().find((id) => !before.has(id));
          if (added) canvas.scrollToElement(added, aroundElement);
        } else lookAtFirst();
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
      canvas.scrollToElement(id, aroundElement);
      selection.select(element);
    },

    zoomIn: () => zoom(zoomStep),
    zoomOut: () => zoom(1 / zoomStep),
    fit: () => lookFrom(canvas.viewbox().inner.x, wholeScale()),
    close: () => modeler.destroy(),
  };
}
