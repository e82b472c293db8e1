import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stagesOn } from './stages.ts';

test('on a terminal the line changes in place and ends with the time it took', async () => {
  const lines: string[] = [];
  const stage = stagesOn({ isTTY: true, write: (text) => lines.push(text) });
  const answer = await stage('demo city', async (tell) => {
    tell('dossiers', 112, 300);
    return 'filled';
  });
  assert.equal(answer, 'filled');
  assert.deepEqual(lines.slice(0, 2), ['\r\u001b[K  demo city: …', '\r\u001b[K  demo city: 37 % (dossiers 112 of 300)']);
  assert.match(lines[2] ?? '', /demo city: \d+\.\d s\n$/);
});

test('in a file a quick stage is one line, a slow one a line every five seconds', async (t) => {
  const lines: string[] = [];
  const stage = stagesOn({ write: (text) => lines.push(text) });
  let ms = 0;
  t.mock.method(performance, 'now', () => ms);
  await stage('migrations', async (tell) => tell('quick'));
  assert.deepEqual(lines, ['  migrations: 0.0 s\n']);

  await stage('pages', async (tell) => {
    for (let seconds = 1; seconds <= 12; seconds++) {
      ms += 1000;
      tell(`second ${seconds}`);
    }
  });
  assert.deepEqual(lines.slice(1), ['  pages: second 5\n', '  pages: second 10\n', '  pages: 12.0 s\n']);
});
