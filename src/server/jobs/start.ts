import { setTimeout } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import type { House } from '#server/house.ts';
import { connectJobs } from '#server/usecases/connect-jobs.ts';
import { releaseJobs } from '#server/usecases/release-jobs.ts';
import { startRelay } from './outbox.ts';
import { reactions } from './reactions.ts';
import { atStart, cronItems, timetable } from './timetable.ts';

export type Jobs = {
  /** After an act of this process: its reactions begin at once, not at the next look. */
  wake(): void;
  /** Takes no more, and ends what is being done. */
  stop(): Promise<void>;
};

/** Starts the workers of this process: what events owe, and what the timetable says. */
export async function startJobs(house: House): Promise<Jobs> {
  const workers = await startWorkers(house);
  const relay = startRelay(house, (fault) => console.error('jobs: the outbox could not be read:', fault));
  return {
    wake: relay.wake,
    async stop() {
      await relay.stop();
      await workers.stop();
    },
  };
}

type Pool = ReturnType<typeof connectJobs>;

/** How many jobs are done at the same time. */
const atOnce = 3;

/** How long after the database was lost it is asked for again. */
const patienceMs = 1000;

/**
 * Workers that give up when they cannot write down that a job is done or failed, and begin again once the database answers.
 * Each runs alone: of several that run together and cannot write down two ends, graphile-worker waits for ever.
 */
async function startWorkers(house: House): Promise<{ stop(): Promise<void> }> {
  const pool = connectJobs(house);
  await releaseJobs(house);
  const workers = await Promise.all(Array.from({ length: atOnce }, (_, n) => startWorker(house, pool, n === 0)));
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await pool.end();
    },
  };
}

/** @param keepsTime whether it is the one that does what the timetable says */
async function startWorker(house: House, pool: Pool, keepsTime: boolean): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  let runner = await openRunner(house, pool, keepsTime);
  const working = workOn();

  async function workOn(): Promise<void> {
    for (;;) {
      await runner.promise;
      if (stopping.signal.aborted) return;
      console.error('jobs: a worker has lost the database; it begins again when it is there.');
      const next = await openAgain();
      if (!next) return;
      runner = next;
    }
  }

  async function openAgain(): Promise<Runner | undefined> {
    while (!stopping.signal.aborted) {
      const opened = await releaseJobs(house)
        .then(() => openRunner(house, pool, keepsTime))
        .catch(() => undefined);
      if (opened) return opened;
      await setTimeout(patienceMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
    return undefined;
  }

  return {
    async stop() {
      stopping.abort();
      // One that has given up is stopped already.
      await runner.stop().catch(() => {});
      await working;
    },
  };
}

async function openRunner(house: House, pgPool: Pool, keepsTime: boolean): Promise<Runner> {
  const runner = await run(
    {
      pgPool,
      concurrency: 1,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => level !== 'info' && level !== 'debug' && console.error(`jobs: ${message}`)),
      // Unbatched, a job's end that cannot be written down is a rejection that nobody handles, and the end of this process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    },
    tasksOf(house),
    keepsTime ? cronItems : [],
  );
  if (!keepsTime) return runner;
  await Promise.all(atStart.map((task) => runner.addJob(task, {}, { jobKey: task, maxAttempts: 5 }))).catch(async (fault) => {
    await runner.stop();
    throw fault;
  });
  return runner;
}

/** What a worker can do, by the names that jobs have. */
function tasksOf(house: House): TaskList {
  const reacting = Object.entries(reactions).map(([task, react]) => {
    return [task, async (payload: unknown) => void (await react(house, ...eventIn(payload)))] as const;
  });
  const timed = Object.entries(timetable).map(([task, { act }]) => [task, async () => void (await act(house))] as const);
  return Object.fromEntries([...reacting, ...timed]);
}

/** Which event a job is about. @throws Error for a job that is none of ours */
function eventIn(payload: unknown): [code: string, version: number] {
  if (typeof payload === 'object' && payload && 'code' in payload && 'version' in payload) {
    const { code, version } = payload;
    if (typeof code === 'string' && typeof version === 'number') return [code, version];
  }
  throw new Error(`A job without an event: ${JSON.stringify(payload)}`);
}
