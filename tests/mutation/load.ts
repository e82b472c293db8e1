import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type WrittenTest, writtenBy } from './written-down.ts';

const standsIn: Readonly<Record<string, string>> = {
  'node:test': new URL('written-down.ts', import.meta.url).href,
  'fast-check': new URL('few-runs.ts', import.meta.url).href,
};

const sources = new Map<string, string>();
const imported = new Map<string, Set<string>>();
let loads = 0;

/**
 * From now on our own files come from this folder, each with the mark of the load that it belongs to: so the same file
 * can be loaded again, as another mutant is to be there while it loads.
 */
export function loadFrom(folder: string): void {
  const here = pathToFileURL(`${folder}${path.sep}`).href;
  const isOurs = (url: string) => url.startsWith(here) && url.includes('.ts') && !url.includes('/node_modules/');
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      const other = standsIn[specifier];
      if (other && isOurs(parentURL)) return { url: other, shortCircuit: true };
      const found = next(specifier, context);
      if (!isOurs(found.url) || !isOurs(parentURL)) return found;
      const importer = fileURLToPath(parentURL);
      imported.set(importer, (imported.get(importer) ?? new Set()).add(fileURLToPath(found.url)));
      return { ...found, url: found.url + new URL(parentURL).search };
    },
    load(url, context, next) {
      if (!isOurs(url)) return next(url, context);
      const file = fileURLToPath(url);
      const source = sources.get(file) ?? stripTypeScriptTypes(readFileSync(file, 'utf8'));
      sources.set(file, source);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** The tests of a file, it and all it imports loaded anew unless the load is one that went before. */
export function testsIn(file: string, load: number): Promise<readonly WrittenTest[]> {
  return writtenBy(import(`${pathToFileURL(file).href}?load=${load}`));
}

/** A load that shares nothing with those before. */
export function nextLoad(): number {
  return loads++;
}

/** The file and all that it imports, and what those import. */
export function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const one of reached) for (const next of imported.get(one) ?? []) reached.add(next);
  return reached;
}
