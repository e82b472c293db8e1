import type { LaidLane } from './layout.ts';
import { linePx, wrapText } from './wrap-text.ts';

/** Names of lanes written upwards beside them, as narrow as they can be: for screens on which lying ones would be all that is seen. */
export type UprightHeads = { readonly width: number; readonly heads: readonly UprightHead[] };

export type UprightHead = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From left to right. */
  readonly lines: readonly string[];
};

const padding = 6;

export function uprightHeads(lanes: readonly LaidLane[]): UprightHeads {
  const wrapped = lanes.map(({ lane, label }) => {
    // They are written in bold letters, which are wider.
    return { id: lane.id, column: label.x, label, lines: wrapText(lane.name, (label.height - 2 * padding) * 0.94) };
  });
  const columns = [...new Set(wrapped.map(({ column }) => column))].toSorted((a, b) => a - b);
  const widths = columns.map((at) => {
    const lines = wrapped.filter(({ column }) => column === at).map((one) => one.lines.length);
    return Math.max(1, ...lines) * linePx + 2 * padding;
  });
  const left = (at: number) => widths.slice(0, at).reduce((sum, width) => sum + width, 0);
  return {
    width: left(widths.length),
    heads: wrapped.map(({ id, column, label: { y, height }, lines }) => {
      const at = columns.indexOf(column);
      return { id, x: left(at), y, width: widths[at] ?? 0, height, lines };
    }),
  };
}
