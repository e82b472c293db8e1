import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import ts from 'typescript';
import { describeSchema } from '#server/store/catalog.ts';
import { type HouseForTests, houseForTests } from './house-for-tests.ts';

const root = path.join(import.meta.dirname, '..');
let house: HouseForTests;
before(async () => {
  house = await houseForTests();
});
after(() => house.close());

/** Table → column → what the store takes it for, with a `?` where it may be null. */
type Columns = Record<string, Record<string, string>>;

test('the store reads each column as what it is', async () => {
  const written = writtenTables();
  const found = await catalogTables();
  for (const [table, columns] of Object.entries(written)) {
    const whole = table.startsWith('auth.') ? pick(found[table], Object.keys(columns)) : found[table];
    assert.deepEqual({ [table]: columns }, { [table]: whole });
  }
  const unwritten = Object.keys(found).filter((table) => !table.startsWith('auth.') && !written[table]);
  assert.deepEqual(unwritten, [], 'a table that tables.ts does not have');
});

/** They name a dossier and are not a part of it: look-ups, logs, what lies ready. */
const ownLife = '{dossier_code, read_log, feedback, supplement_file}';

test('every key of what a dossier owns contains dossier_id, so that dossiers can be spread over servers', async () => {
  const without = await names(sql`
    select i.indexrelid::regclass::text as name
      from pg_index i
      join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'dossier_id'
     where i.indisunique and i.indrelid <> all (${ownLife}::regclass[]) and a.attnum <> all (i.indkey)
    union all
    select conrelid::regclass || ' ' || conname
      from pg_constraint
      join pg_attribute a on a.attrelid = conrelid and a.attname = 'dossier_id'
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> all (${ownLife}::regclass[]) and a.attnum <> all (conkey)`);
  assert.deepEqual(without, []);
});

test('no triggers, no serial numbers: neither can be spread', async () => {
  const found = await names(sql`
    select tgname::text as name
      from pg_trigger
      join pg_class c on c.oid = tgrelid and c.relnamespace = 'public'::regnamespace
     where not tgisinternal
    union all
    select relname::text from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`);
  assert.deepEqual(found, []);
});

test('every table says what it is', async () => {
  const silent = await names(sql`
    select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') is null`);
  assert.deepEqual(silent, []);
});

test('the application can neither change nor remove what has happened', async () => {
  const may = await names(sql`
    select table_name || ': ' || privilege_type as name from information_schema.table_privileges
     where table_schema = 'public' and grantee in ('motcua_app', 'PUBLIC')
       and (table_name like '%\\_event' or table_name = 'read_log') and privilege_type not in ('SELECT', 'INSERT')`);
  assert.deepEqual(may, []);
});

test('docs/schema.sql is what the catalog says; "npm run db:dump" writes it', async () => {
  const [, ...kept] = readFileSync(path.join(root, 'docs/schema.sql'), 'utf8').split('\n\n');
  assert.equal(kept.join('\n\n'), await describeSchema(house.db));
});

/** What tables.ts says, as its compiler understands it. */
function writtenTables(): Columns {
  const file = path.join(root, 'src/server/store/tables.ts');
  const options = { strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, allowImportingTsExtensions: true, noEmit: true };
  const program = ts.createProgram([file], { ...options, target: ts.ScriptTarget.ESNext });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  const tables = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'Tables');
  assert.ok(tables);
  const propertiesOf = (type: ts.Type) => type.getProperties().map((one) => [one.name, checker.getTypeOfSymbol(one)] as const);
  const rows = propertiesOf(checker.getDeclaredTypeOfSymbol(tables)).map(([table, row]) => {
    const columns = propertiesOf(row).map(([column, type]) => [column, kindOf(type, checker)]);
    return [table, Object.fromEntries(columns)];
  });
  return Object.fromEntries(rows);
}

function kindOf(type: ts.Type, checker: ts.TypeChecker): string {
  const present = checker.getNonNullableType(type);
  const read = checker.getPropertyOfType(present, '__select__');
  const selected = read ? checker.getNonNullableType(checker.getTypeOfSymbol(read)) : present;
  const nullable = present === type ? '' : '?';
  const says = (flag: ts.TypeFlags) => (selected.isUnion() ? selected.types : [selected]).every(({ flags }) => flags & flag);
  if (says(ts.TypeFlags.StringLike)) return `text${nullable}`;
  if (says(ts.TypeFlags.NumberLike)) return `number${nullable}`;
  if (says(ts.TypeFlags.BooleanLike)) return `boolean${nullable}`;
  if (selected.symbol?.name === 'Date') return `moment${nullable}`;
  if (selected.symbol?.name === 'Uint8Array') return `bytea${nullable}`;
  return `${checker.isArrayType(selected) && !read ? 'list' : 'json'}${nullable}`;
}

const kinds: Record<string, string> = {
  text: 'text',
  uuid: 'text',
  date: 'text',
  numeric: 'text',
  int4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'moment',
  jsonb: 'json',
  _text: 'list',
  _uuid: 'list',
};

async function catalogTables(): Promise<Columns> {
  const tables = await house.db.introspection.getTables();
  const ours = tables.filter(({ schema = '' }) => ['public', 'auth'].includes(schema));
  const found = ours.map(({ schema, name, columns }) => [
    schema === 'public' ? name : `${schema}.${name}`,
    Object.fromEntries(columns.map((one) => [one.name, (kinds[one.dataType] ?? one.dataType) + (one.isNullable ? '?' : '')])),
  ]);
  return Object.fromEntries(found);
}

function pick(all: Record<string, string> | undefined, wanted: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => wanted.includes(name)));
}

async function names(query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`${query}`.execute(house.db);
  return rows.map(({ name }) => name);
}
