import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { drawn } from '#tests/drawn.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'motcua-workflow-'));
after(() => rmSync(folder, { recursive: true }));

function motcua(what: string, file: string) {
  const program = path.join(import.meta.dirname, 'motcua.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'workflow', what, file], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status, stderr, told: stdout ? JSON.parse(stdout) : undefined };
}

function save(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('a sound workflow exits with 0', async () => {
  const file = save('sound.bpmn', await writeBpmn(drawn('S:start > A > E:end')));
  assert.deepEqual(motcua('check', file), { status: 0, stderr: '', told: { verdict: 'sound', problems: [], warnings: [] } });
});

test('an unsound one exits with 1 and tells the way on which it gets stuck', async () => {
  const file = save('stuck.bpmn', await writeBpmn(drawn('S:start > P:xor > A > J:and > E:end', 'P > B > J')));
  const { status, told } = motcua('check', file);
  assert.equal(status, 1);
  assert.deepEqual(told.problems, [{ kind: 'deadlock', element: 'J', path: ['S', 'P', 'A'] }]);
});

test('a file that cannot be read as a workflow exits with 2 and tells why', () => {
  const refused = [
    save('cut.bpmn', '<definitions'),
    save('bytes.bpmn', Uint8Array.of(0x3c, 0xff, 0xfe)),
    save('large.bpmn', 'x'.repeat(10_000_001)),
  ];
  const told = refused.map((file) => motcua('check', file));
  assert.deepEqual(
    told.map(({ status, told: { verdict, problems } }) => [status, verdict, problems[0].kind, problems[0].reason]),
    [
      [2, 'refused', 'malformed', 'not-well-formed'],
      [2, 'refused', 'malformed', 'not-text'],
      [2, 'refused', 'malformed', 'too-large'],
    ],
  );
});

test('what must not be read, is outside of the subset or has a condition that is none is refused with its place', async () => {
  const xml = await writeBpmn(drawn('S:start > A > E:end'));
  const choice = drawn('S:start > X:xor > A > E:end', 'X > B > E');
  const flows = choice.flows.map((flow) => (flow.id === 'X-B' ? { ...flow, condition: 'quantity > (' } : flow));
  const files: readonly (readonly [file: string, problem: object])[] = [
    [xml.replace('?>', '?>\n<!DOCTYPE x [<!ENTITY a "b">]>'), { reason: 'document-type', line: 2, column: 1 }],
    [xml.replace('name="Node A"', 'name="&lol;"'), { reason: 'entity', what: '&lol;' }],
    [xml.replaceAll('bpmn:userTask', 'bpmn:scriptTask'), { kind: 'unsupported', reason: 'not-in-subset', element: 'A' }],
    [await writeBpmn({ ...choice, flows }), { reason: 'condition-unreadable', element: 'X-B' }],
  ];
  for (const [no, [file, problem]] of files.entries()) {
    const { status, told } = motcua('check', save(`hostile-${no}.bpmn`, file));
    assert.equal(status, 2);
    assert.partialDeepStrictEqual(told.problems[0], problem);
  }
});

test('a file that is not there is one clear line', () => {
  const missing = path.join(folder, 'none.bpmn');
  assert.deepEqual(motcua('check', missing), { status: 2, stderr: `motcua: there is no file ${missing}.\n`, told: undefined });
});

test('UTF-16 is read as well', async () => {
  const xml = (await writeBpmn(drawn('S:start > A > E:end'))).replace('UTF-8', 'UTF-16');
  assert.equal(motcua('check', save('wide.bpmn', Buffer.from(`\ufeff${xml}`, 'utf16le'))).status, 0);
});

test('what is in a file is counted', async () => {
  const file = save('shown.bpmn', await writeBpmn(drawn('S:start > P:and > A > J:and > E:end', 'P > B > J', 'W:on A > C > F:end')));
  const { status, told } = motcua('show', file);
  assert.equal(status, 0);
  assert.deepEqual(told.nodes, {
    start: 1,
    end: 2,
    terminate: 0,
    task: 3,
    exclusive: 0,
    parallel: 2,
    timer: 0,
    message: 0,
    'boundary timer': 1,
  });
  assert.deepEqual([told.flows, told.lanes], [8, 0]);
});
