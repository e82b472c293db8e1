import { CompiledQuery } from 'kysely';
import type { Db } from './db.ts';

/** How many acts one statement may carry. */
const atMost = 16;

/** How many statements a process has on their way at once: while one waits for the disk, the database works on the next. */
const onTheirWay = 2;

type Waiting = {
  readonly dossierId: string;
  readonly values: readonly unknown[];
  answer(version: number | null): void;
  fail(fault: unknown): void;
};

/** Acts of one process on one database that have not been sent yet. */
type Queue = { readonly waiting: Waiting[]; sent: number };

const queues = new WeakMap<Db, Queue>();

/**
 * Calls `append_dossier_events` with these values; acts that come while others are on their way go together in the next statement.
 *
 * They are one transaction then, and wait for the disk once. Each is answered by itself: when the database cannot take one of them,
 * or the connection is lost, each is sent again alone, so that only what fails by itself fails; an act that was written down
 * already gets its first answer. They are sent in the order of their dossiers, so that no two processes wait for each other.
 *
 * @returns the version reached, null where the dossier does not end as it did when it was decided on
 */
export async function appendTogether(db: Db, dossierId: string, values: readonly unknown[]): Promise<number | null> {
  if (db.isTransaction) return (await append(db, [values]))[0] ?? null;
  const queue = queues.get(db) ?? { waiting: [], sent: 0 };
  queues.set(db, queue);
  return new Promise((answer, fail) => {
    queue.waiting.push({ dossierId, values, answer, fail });
    // What is decided in the same moment goes together.
    if (queue.waiting.length === 1) process.nextTick(() => sendOff(db, queue));
  });
}

/** What waits is shared among the statements that may still leave. */
function sendOff(db: Db, queue: Queue): void {
  while (queue.waiting.length > 0 && queue.sent < onTheirWay) {
    const share = Math.ceil(queue.waiting.length / (onTheirWay - queue.sent));
    const together = queue.waiting.splice(0, Math.min(share, atMost));
    queue.sent++;
    send(db, together).finally(() => {
      queue.sent--;
      sendOff(db, queue);
    });
  }
}

async function send(db: Db, together: readonly Waiting[]): Promise<void> {
  const inOrder = together.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
  try {
    const versions = await append(
      db,
      inOrder.map(({ values }) => values),
    );
    for (const [i, { answer }] of inOrder.entries()) answer(versions[i] ?? null);
  } catch (fault) {
    const [only, other] = inOrder;
    if (only && !other) only.fail(fault);
    else await Promise.all(inOrder.map((one) => send(db, [one])));
  }
}

/** @returns the version that each act reached, in their order */
async function append(db: Db, acts: readonly (readonly unknown[])[]): Promise<readonly (number | null)[]> {
  const { rows } = await db.executeQuery<Record<string, number | null>>(CompiledQuery.raw(statementOf(acts), acts.flat()));
  return acts.map((_, i) => rows[0]?.[`version_${i}`] ?? null);
}

const statements: string[] = [];

/** Written out once for each number of acts, because it is sent so often. */
function statementOf(acts: readonly (readonly unknown[])[]): string {
  const count = acts.length;
  statements[count] ??= `-- prepared: append_dossier_events_${count}
    select ${acts.map((values, i) => `append_dossier_events(${placesOf(values.length, i)}) as version_${i}`).join(', ')}`;
  return statements[count];
}

function placesOf(width: number, nth: number): string {
  return Array.from({ length: width }, (_, i) => `$${nth * width + i + 1}`).join(', ');
}
