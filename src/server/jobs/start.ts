import { Logger, run, type TaskList } from 'graphile-worker';
import type { House } from '#server/house.ts';
import { releaseJobs } from '#server/usecases/release-jobs.ts';
import { startRelay } from './outbox.ts';
import { reactions } from './reactions.ts';
import { cronItems, timetable } from './timetable.ts';

export type Jobs = {
  /** After an act of this process: its reactions begin at once, not at the next look. */
  wake(): void;
  /** Takes no more, and ends what is being done. */
  stop(): Promise<void>;
};

/** Starts the workers of this process: what events owe, and what the timetable says. */
export async function startJobs(house: House): Promise<Jobs> {
  await releaseJobs(house);
  const runner = await run(
    {
      connectionString: house.databaseUrl,
      maxPoolSize: 5,
      concurrency: 3,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => level !== 'info' && level !== 'debug' && console.error(`jobs: ${message}`)),
    },
    tasksOf(house),
    cronItems,
  );
  // What was missed while nothing ran, however long that was.
  await runner.addJob('close days', {}, { jobKey: 'close days' });
  const relay = startRelay(house, (fault) => console.error('jobs: the outbox could not be read:', fault));
  return {
    wake: relay.wake,
    async stop() {
      await relay.stop();
      await runner.stop();
    },
  };
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
