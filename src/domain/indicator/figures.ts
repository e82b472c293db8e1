/** What the director counts of the day, each figure with the dossiers behind it. */
export const figures = [
  'received',
  'unseen',
  'in progress',
  'awaiting supplement',
  'standing still',
  'due today',
  'overdue',
  'early',
  'on time',
  'late',
  'returned',
] as const;

export type Figure = (typeof figures)[number];

export type FigureCounts = Readonly<Record<Figure, number>>;

/** Of those done, the share done by the time that was owed; null while nothing was done. */
export function shareInTime({ early, 'on time': onTime, late }: Pick<FigureCounts, 'early' | 'on time' | 'late'>): number | null {
  const done = early + onTime + late;
  return done === 0 ? null : (early + onTime) / done;
}
