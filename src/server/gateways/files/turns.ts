/**
 * Lets so many do their work at a time; the others wait, first come, first served.
 *
 * @returns runs the work in its turn and answers what it answers
 */
export function turns(atOnce: number): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let free = atOnce;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
