#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);

if (Number.parseInt(process.versions.node, 10) >= 24) {
  // Who reads what we write may have enough of it: that is no fault.
  process.stdout.on('error', (fault) => process.exit('code' in fault && fault.code === 'EPIPE' ? 0 : 2));
  const { main } = await import('./main.ts');
  const code = await main(args);
  // A pipe takes 64 kB at once; what has not gone through yet would be lost.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((written) => stream.write('', written))));
  process.exit(code);
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
