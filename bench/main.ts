import { globSync } from 'node:fs';
import path from 'node:path';

const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => !['main', 'ground', 'http', 'stored'].includes(name))
  .sort();

const [name] = process.argv.slice(2);
if (name && names.includes(name)) {
  const { run } = await import(`./${name}.ts`);
  process.exitCode = await run();
} else {
  console.log(`npm run bench NAME, one of: ${names.join(', ')}`);
  process.exitCode = name ? 2 : 0;
}
