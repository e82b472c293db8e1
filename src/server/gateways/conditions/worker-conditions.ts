import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Conditions } from './conditions.ts';

/** One line can keep FEEL busy for ever, so it runs in a thread that is ended: all of it gets so long, and each condition at most so long. */
const startMs = 5_000;
const conditionMs = 500;

/** Answers one condition after the other, so that what is told before one hangs is known. */
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.feelin).then(({ evaluate }) => {
    parentPort.postMessage(null);
    for (const [name, condition] of workerData.conditions) {
      let gave = false;
      try { gave = evaluate(condition, workerData.context).value === true; } catch {}
      parentPort.postMessage([name, gave]);
    }
  });
`;

/** @param root the checkout: the library is found from there, wherever this code lies */
export function workerConditions(root: string): Conditions {
  const feelin = pathToFileURL(createRequire(path.join(root, 'package.json')).resolve('feelin')).href;
  return {
    async decide(conditions, context) {
      const gave = new Map<string, boolean>();
      let left = Object.entries(conditions);
      while (left.length > 0) {
        for (const [name, one] of await decideUntilHung({ feelin, conditions: left, context })) gave.set(name, one);
        // The first that was not answered hangs, or brought the thread down.
        const [hung] = left.filter(([name]) => !gave.has(name));
        if (hung) gave.set(hung[0], false);
        left = left.filter(([name]) => !gave.has(name));
      }
      return Object.fromEntries(gave);
    },
  };
}

type Asked = { readonly feelin: string; readonly conditions: readonly (readonly [string, string])[]; readonly context: object };

async function decideUntilHung(asked: Asked): Promise<ReadonlyMap<string, boolean>> {
  const gave = new Map<string, boolean>();
  const worker = new Worker(source, { eval: true, workerData: asked, resourceLimits: { maxOldGenerationSizeMb: 64 } });
  const { promise: over, resolve } = Promise.withResolvers<void>();
  let timer = setTimeout(resolve, startMs);
  worker.on('message', (answer: [name: string, gave: boolean] | null) => {
    if (answer) gave.set(...answer);
    clearTimeout(timer);
    timer = setTimeout(resolve, conditionMs);
    if (gave.size === asked.conditions.length) resolve();
  });
  worker.on('error', () => resolve());
  worker.on('exit', () => resolve());
  await over;
  clearTimeout(timer);
  await worker.terminate();
  return gave;
}
