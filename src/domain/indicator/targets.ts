/** What the system can count by itself; everything else waits for somebody to say it. */
export const measures = [
  'published',
  'time cut',
  'received',
  'three levels',
  'online',
  'in time',
  'satisfaction',
  'hotlines',
  'feedback on regulations',
] as const;

export type Measure = (typeof measures)[number];

/** What the city has promised in public. */
export type Target = {
  readonly targetId: string;
  readonly topic: string;
  readonly name: string;
  /** Null: it cannot be counted here yet. */
  readonly measure: Measure | null;
  /** Share to be reached, in percent; null for a figure that is watched without a goal. */
  readonly goalPct: number | null;
  readonly goalSaid: string;
  readonly source: string;
};

/** A part of a whole; `of` is null for what is only counted. */
export type Counted = { readonly part: number; readonly of: number | null };

export type Standing = 'reached' | 'not reached' | 'watched' | 'not counted';

/**
 * How a target stands: reached when its exact share is at least the goal, both unrounded.
 *
 * @param counted null when it cannot be counted, or nothing was there to count
 */
export function standingOf({ goalPct }: Pick<Target, 'goalPct'>, counted: Counted | null): Standing {
  if (!counted) return 'not counted';
  if (goalPct === null || counted.of === null) return 'watched';
  return counted.part * 100 >= goalPct * counted.of ? 'reached' : 'not reached';
}

/** Percentage points that are missing to the goal; 0 when it is reached. */
export function pointsMissing({ goalPct }: Pick<Target, 'goalPct'>, { part, of }: Counted): number {
  if (goalPct === null || !of) return 0;
  return Math.max(0, goalPct - (part * 100) / of);
}

/**
 * Reads the targets of a file.
 *
 * @throws RangeError with the place, for what is no target or names a measure that there is not: a fault in the data
 */
export function readTargets(written: unknown): readonly Target[] {
  if (!isRecord(written) || !Array.isArray(written.targets)) throw new RangeError('targets.json: no list of targets');
  const source = String(written.source ?? '');
  return written.targets.map((row, i) => readTarget(row, source, `targets.${i}`));
}

function readTarget(row: unknown, source: string, at: string): Target {
  if (!isRecord(row)) throw new RangeError(`${at}: not an object`);
  const { measure, goalPct } = row;
  const known = measures.find((one) => one === measure) ?? null;
  if (measure !== null && known === null) throw new RangeError(`${at}.measure: ${String(measure)}`);
  if (goalPct !== null && !(typeof goalPct === 'number' && goalPct > 0 && goalPct <= 100))
    throw new RangeError(`${at}.goalPct: ${String(goalPct)}`);
  const text = (name: string) => {
    const value = row[name];
    if (typeof value !== 'string' || value === '') throw new RangeError(`${at}.${name}: no text`);
    return value;
  };
  return {
    targetId: text('targetId'),
    topic: text('topic'),
    name: text('name'),
    goalSaid: text('goalSaid'),
    measure: known,
    goalPct,
    source,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
