import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { lifePage } from './life-page.ts';

test('docs/dossier-life.md is what the tables say; "npx motcua life" writes it', () => {
  const kept = readFileSync(path.join(import.meta.dirname, '../docs/dossier-life.md'), 'utf8');
  assert.equal(kept, `${lifePage()}\n`);
});
