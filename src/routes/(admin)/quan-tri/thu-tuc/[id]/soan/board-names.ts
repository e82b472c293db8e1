import { wrapText } from '#domain/workflow/wrap-text.ts';

type Drawn = { readonly element?: { readonly type: string } };
type Events = { on(event: string, priority: number, listener: (told: Drawn) => void): void };
type TextOptions = {
  readonly align?: string;
  readonly padding?: { readonly top: number };
  readonly box?: { readonly x?: number; readonly width?: number };
};
export type TextRenderer = { createText(text: string, options: TextOptions): SVGElement };

/** Before what draws shapes by itself. */
const beforeDrawing = 2000;
const edgePx = 4;

/**
 * The board writes names of pools and lanes around the middle of a band of 30 pixels, so that one of several lines runs into the band
 * beside it. A pool's is one line, cut short where it has no room; a lane's begin at its edge and go on into the lane, where there is room.
 */
export function keepNamesApart(eventBus: Events, textRenderer: TextRenderer): void {
  const write = textRenderer.createText;
  let drawing = '';
  eventBus.on('render.shape', beforeDrawing, ({ element }) => {
    drawing = element?.type ?? '';
  });
  textRenderer.createText = (text, options) => {
    const { align, box } = options;
    if (align !== 'center-middle' || box?.x !== undefined || box?.width === undefined) return write(text, options);
    if (drawing === 'bpmn:Participant') return write(oneLine(text, box.width), options);
    return drawing === 'bpmn:Lane' ? write(text, { ...options, align: 'center-top', padding: { top: edgePx } }) : write(text, options);
  };
}

/** As much of a name as has room on one line. */
export function oneLine(name: string, widthPx: number): string {
  const [first = '', ...more] = wrapText(name, widthPx - 6 * edgePx);
  return more.length > 0 ? `${first} …` : first;
}
