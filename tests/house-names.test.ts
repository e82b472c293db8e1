import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

/**
 * Word → what it is called here. Only words that mean nothing else in this house; those that are right in another sense
 * (token, client, user, number, log, release, action) cannot be told by a machine.
 */
const traps = new Map(
  Object.entries({
    service: 'procedure',
    process: 'workflow',
    pipeline: 'workflow',
    category: 'field',
    attachment: 'component',
    doc: 'component',
    ack: 'receipt',
    registry: 'register',
    deadline: 'due time',
    sla: 'due time',
    org: 'agency',
    chief: 'head',
    manager: 'head',
    customer: 'applicant',
    complaint: 'feedback',
    metric: 'indicator',
    kpi: 'indicator',
  }),
);

const names = globSync('{src,cli}/**/*.{ts,svelte}').flatMap((file) => [
  { file, name: path.parse(file).name },
  ...declaredIn(file).map((name) => ({ file, name })),
]);

test('one thing has one word: no name uses another for what the glossary names', () => {
  assert.ok(names.length > 0);
  const wrong = names.flatMap(({ file, name }) =>
    wordsOf(name).flatMap((word) => (traps.has(word) ? [`${file}: ${name}, here called ${traps.get(word)}`] : [])),
  );
  assert.deepEqual([...new Set(wrong)], []);
});

/** Words of the machine itself, which no rule knows. */
const machinery = new Set('catalog data db issuing job list log migrate occasion out outbox reference stamp table'.split(' '));

test('what is kept and what is done ends in a word that the rules have too', () => {
  const chapters = globSync('src/domain/**/*.ts').flatMap((file) => [...file.split('/').slice(2), ...declaredIn(file)].flatMap(wordsOf));
  const known = new Set([...chapters, ...globSync('src/server/papers/*/').flatMap((folder) => wordsOf(path.basename(folder)))]);
  const ends = globSync('src/server/{store,store/reports,usecases}/*.ts').map((file) => {
    const [name = ''] = path.basename(file).split('.');
    return { file, word: wordsOf(name).at(-1) ?? '' };
  });
  assert.ok(ends.length > 0);
  const wrong = ends.filter(({ word }) => !known.has(word) && !machinery.has(word));
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  );
});

/** What the file gives a name to: not what it only uses, which others named. */
function declaredIn(file: string): string[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest);
  const found: string[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    const { name } = node as { name?: ts.Node };
    if (name && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node) && !ts.isImportSpecifier(node)) found.push(name.text);
    ts.forEachChild(node, visit);
  }
}

function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.svelte') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n') : text;
}

/** `nextApplicants` → next, applicant. */
function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])|[^A-Za-z]+/).map((word) =>
    word
      .toLowerCase()
      .replace(/ies$/, 'y')
      .replace(/(?<!s)s$/, ''),
  );
}
