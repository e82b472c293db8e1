#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);

if (Number.parseInt(process.versions.node, 10) >= 24) {
  const { main } = await import('./main.ts');
  process.exit(await main(args));
}

// The machine's own node may be too old; the right one came with the packages. Ctrl-C reaches both: this one waits for the other.
const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
const child = spawn(node, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
child.on('error', () => {
  console.error('motcua: its packages are missing: run "npm ci" first.');
  process.exit(2);
});
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => {});
child.on('exit', (code) => process.exit(code ?? 2));
