import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { type Hold, type Holder, holdFolder, isHolder } from './folder-lock.ts';

const home = mkdtempSync(path.join(tmpdir(), 'motcua-lock-'));
after(() => rmSync(home, { recursive: true }));

test('a second one is told who holds the folder and where it serves, also by another name of the folder', async () => {
  const folder = path.join(home, 'held');
  const hold = taken(await holdFolder(folder, 'motcua start'));
  hold.tell('http://localhost:3000');
  const other = path.join(home, 'link');
  symlinkSync(folder, other);
  assert.deepEqual(await holdFolder(other, 'motcua verify'), { pid: process.pid, doing: 'motcua start', url: 'http://localhost:3000' });
  await hold.release();
});

test('a folder that was released can be held again', async () => {
  const folder = path.join(home, 'released');
  await taken(await holdFolder(folder, 'first')).release();
  await taken(await holdFolder(folder, 'second')).release();
});

test('of many who come at once one has it', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => holdFolder(path.join(home, 'wanted'), `number ${i}`)));
  const holds = answers.filter((answer) => !isHolder(answer));
  assert.equal(holds.length, 1);
  for (const hold of holds) await taken(hold).release();
});

test('a holder that is killed leaves nothing behind', async () => {
  const folder = path.join(home, 'crashed');
  const program = `import { holdFolder } from '#cli/folder-lock.ts'; await holdFolder(${JSON.stringify(folder)}, 'motcua start'); console.log('held'); setInterval(() => {}, 1000);`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: path.join(import.meta.dirname, '..'),
  });
  if (child.stdout) await once(child.stdout, 'data');
  const holder = await holdFolder(folder, 'motcua start');
  assert.equal(isHolder(holder) && holder.pid, child.pid);

  child.kill('SIGKILL');
  await once(child, 'exit');
  await taken(await holdFolder(folder, 'motcua start')).release();
});

function taken(answer: Hold | Holder): Hold {
  assert.ok(!isHolder(answer), `held by ${JSON.stringify(answer)}`);
  return answer;
}
