import { randomUUID } from 'node:crypto';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Ground } from '../ground.ts';
import { perSecond } from './per-second.ts';

/** So many that what a workflow costs besides, at its beginning and end, does not count. */
const stepsEach = 100;

const nothing = async () => true;

const manySteps = DBOS.registerWorkflow(
  async () => {
    for (let n = 0; n < stepsEach; n++) await DBOS.runStep(nothing, { name: 'step' });
  },
  { name: 'many steps' },
);

const oneStep = DBOS.registerWorkflow(() => DBOS.runStep(nothing, { name: 'step' }), { name: 'one step' });

/** By workflow: who waits until its next step is done. */
const waiting = new Map<string, () => void>();

const manyActs = DBOS.registerWorkflow(
  async () => {
    for (let n = 0; n < stepsEach; n++) {
      await DBOS.recv('act', 60);
      await DBOS.runStep(nothing, { name: 'step' });
      waiting.get(DBOS.workflowID ?? '')?.();
    }
  },
  { name: 'many acts' },
);

/**
 * Durable steps a second of DBOS workflows on the same PostgreSQL: each is written down before the next begins, so that a workflow goes on after
 * a crash where it was. The step itself does nothing: what it would read and write comes on top.
 */
export function dbosSteps(ground: Ground, clients: number, seconds: number): Promise<number> {
  return launched(ground, clients, () =>
    perSecond(clients, seconds, async () => {
      await manySteps();
      return stepsEach;
    }),
  );
}

/** The same, each step a workflow of its own, as of a program that keeps where a dossier stands in tables of its own. */
export function dbosWorkflows(ground: Ground, clients: number, seconds: number): Promise<number> {
  return launched(ground, clients, () =>
    perSecond(clients, seconds, async () => {
      await oneStep();
      return 1;
    }),
  );
}

/** The same, each step set off from outside, as by an officer: a message that the workflow waits for, then the step. */
export function dbosActs(ground: Ground, clients: number, seconds: number): Promise<number> {
  return launched(ground, clients, () =>
    perSecond(clients, seconds, async () => {
      const id = randomUUID();
      const begun = await DBOS.startWorkflow(manyActs, { workflowID: id })();
      for (let n = 0; n < stepsEach; n++) {
        const done = new Promise<void>((resolve) => waiting.set(id, resolve));
        await DBOS.send(id, true, 'act');
        await done;
      }
      waiting.delete(id);
      await begun.getResult();
      return stepsEach;
    }),
  );
}

async function launched(ground: Ground, clients: number, measure: () => Promise<number>): Promise<number> {
  const systemDatabaseUrl = `${ground.admin}/dbos`;
  DBOS.setConfig({ name: 'bench', systemDatabaseUrl, systemDatabasePoolSize: 2 * clients + 4, logLevel: 'error', applicationVersion: '1' });
  await DBOS.launch();
  try {
    return await measure();
  } finally {
    await DBOS.shutdown();
  }
}
