import { type BpmnEngineExecutionState, type BpmnEngineOptions, Engine } from 'bpmn-engine';
import type pg from 'pg';
import { openPool } from '#server/store/db.ts';
import type { Ground } from '../ground.ts';
import { perSecond } from './per-second.ts';

const tasks = ['receive', 'appraise', 'check', 'sign', 'number', 'return'];
const nodes = ['start', ...tasks, 'end'];

/** The way of lending, as user tasks one after the other. */
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="lending" targetNamespace="https://example.org" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <process id="way" isExecutable="true">
    <startEvent id="start" />${tasks.map((id) => `<userTask id="${id}" />`).join('')}<endEvent id="end" />
    ${nodes
      .slice(1)
      .map((id, at) => `<sequenceFlow id="to-${id}" sourceRef="${nodes[at]}" targetRef="${id}" />`)
      .join('')}
  </process>
</definitions>`;

/**
 * Steps a second of bpmn-engine with its state in the same PostgreSQL: read it, resume an engine from it, signal the user task that waits,
 * write the state that it has then, unless somebody wrote another one meanwhile. It is given what makes it fastest: the drawing is parsed once
 * and not kept with each state, statements are prepared, and an engine that is done with is dropped instead of stopped.
 */
export async function bpmnEngineSteps({ admin }: Ground, clients: number, seconds: number): Promise<number> {
  const pool = openPool(`${admin}/postgres`, clients);
  const [definition] = await new Engine({ name: 'lending', source }).getDefinitions();
  const sourceContext = definition?.environment.options.source;
  if (!sourceContext) throw new Error('The drawing could not be read');
  try {
    const waiting = await beginMany(pool, sourceContext, seconds * 200);
    return await perSecond(clients, seconds, async () => {
      const id = waiting.pop();
      if (!id) throw new Error('All instances are used up');
      for (const task of tasks) await step(pool, sourceContext, id, task);
      return tasks.length;
    });
  } finally {
    await pool.query('drop table if exists engine_state');
    await pool.end();
  }
}

/** The drawing, parsed. */
type SourceContext = NonNullable<BpmnEngineOptions['sourceContext']>;

/** Instances that wait at their first task. */
async function beginMany(pool: pg.Pool, sourceContext: SourceContext, count: number): Promise<string[]> {
  const begun = await new Engine({ name: 'lending', sourceContext }).execute();
  await pool.query('create table engine_state (id uuid primary key, version int not null, state jsonb not null)');
  const { rows } = await pool.query<{ id: string }>(
    'insert into engine_state select gen_random_uuid(), 0, $1 from generate_series(1, $2::int) returning id',
    [JSON.stringify(withoutSource(begun.getState())), count],
  );
  await pool.query('vacuum analyze engine_state');
  return rows.map(({ id }) => id);
}

async function step(pool: pg.Pool, sourceContext: SourceContext, id: string, task: string): Promise<void> {
  const { rows } = await pool.query<{ version: number; state: object }>({ ...load, values: [id] });
  const [found] = rows;
  if (!found) throw new Error(`no engine ${id}`);
  const execution = await new Engine({ name: 'lending', sourceContext }).recover(found.state).resume();
  if (execution.getPostponed().at(0)?.id !== task) throw new Error(`${task} does not wait`);
  execution.signal({ id: task });
  const state = JSON.stringify(withoutSource(execution.getState()));
  const { rowCount } = await pool.query({ ...save, values: [id, found.version, state] });
  if (rowCount !== 1) throw new Error(`engine ${id} was moved by another`);
}

const load = { name: 'load_engine', text: 'select version, state from engine_state where id = $1' };
const save = { name: 'save_engine', text: 'update engine_state set version = version + 1, state = $3 where id = $1 and version = $2' };

/** Of an engine that is given the parsed drawing. */
function withoutSource({ definitions, ...state }: BpmnEngineExecutionState) {
  return { ...state, definitions: definitions.map(({ source: _, ...definition }) => definition) };
}
