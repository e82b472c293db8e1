import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

test('a command that only reads begins no installation where there is none, and says so', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-none-'));
  const data = path.join(folder, 'var');
  for (const command of [['verify'], ['catalogue', 'totals'], ['calendar', 'export']]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'motcua.js'), ...command], {
      encoding: 'utf8',
      env: { ...process.env, MOTCUA_DATA: data },
    });
    assert.deepEqual(
      { status, stdout, stderr },
      { status: 2, stdout: '', stderr: `motcua: ${data} holds no installation: set MOTCUA_DATA to its folder.\n` },
    );
    assert.ok(!existsSync(data));
  }
  rmSync(folder, { recursive: true });
});
