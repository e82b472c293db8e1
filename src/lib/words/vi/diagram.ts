import type { WayMark } from '#domain/dossier/way.ts';

/** The drawing of a workflow, for a procedure or with the place of one dossier in it. */
export const diagram = {
  see: 'Xem sơ đồ',
  title: 'Sơ đồ đường đi của hồ sơ',
  scrolls: 'Sơ đồ đường đi của hồ sơ, kéo ngang để xem hết',
  way: 'Đường đi của hồ sơ',
  step: '{no}. {name}, {lane}',
  stepMarked: '{no}. {name}, {lane}: {mark}',
  ahead: 'chưa đến',
} as const;

export const wayMark = { done: 'đã xong', now: 'đang ở đây' } as const satisfies Record<WayMark, string>;
