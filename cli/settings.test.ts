import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CannotRun } from './cannot-run.ts';
import { isLoopback, readSettings } from './settings.ts';

test('without settings it serves this machine alone, with the demo city, by the machine’s clock', () => {
  const { host, port, demo, now, publicUrl, database } = readSettings({});
  assert.deepEqual([host, port, demo, now, publicUrl, database], ['127.0.0.1', 3000, 10_000, undefined, undefined, undefined]);
});

test('a public address has no slash at its end', () => {
  assert.equal(readSettings({ MOTCUA_URL: 'https://motcua.example.vn/' }).publicUrl, 'https://motcua.example.vn');
});

test('proxies on other machines are named by their addresses', () => {
  assert.deepEqual(readSettings({ MOTCUA_PROXY: '10.0.0.2, 2001:db8::5,' }).proxies, ['10.0.0.2', '2001:db8::5']);
  assert.deepEqual(readSettings({}).proxies, []);
});

test('who lets others in says under which address', () => {
  assert.equal(readSettings({ HOST: '0.0.0.0', MOTCUA_URL: 'https://motcua.example.vn' }).host, '0.0.0.0');
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) assert.ok(isLoopback(host));
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.example.vn']) assert.ok(!isLoopback(host));
});

const wrong: [what: string, env: Record<string, string>, names: string][] = [
  ['a port that is none', { PORT: '3000a' }, 'PORT'],
  ['a port beyond the last', { PORT: '65536' }, 'PORT'],
  ['a negative port', { PORT: '-1' }, 'PORT'],
  ['a moment that is none', { MOTCUA_NOW: 'yesterday' }, 'MOTCUA_NOW'],
  ['a moved clock in production', { MOTCUA_NOW: '2018-05-02T09:40+07:00', MOTCUA_DEMO: '0' }, 'MOTCUA_NOW'],
  ['a demo that is neither on nor off', { MOTCUA_DEMO: 'yes' }, 'MOTCUA_DEMO'],
  ['a demo larger than a year', { MOTCUA_DEMO: '10001' }, 'MOTCUA_DEMO'],
  ['a public address without http', { MOTCUA_URL: 'motcua.example.vn' }, 'MOTCUA_URL'],
  ['a proxy that is no address', { MOTCUA_PROXY: '10.0.0.2, proxy.local' }, 'MOTCUA_PROXY'],
  ['others let in without a public address', { HOST: '0.0.0.0' }, 'MOTCUA_URL'],
  ['a database that is none', { DATABASE_URL: 'mysql://localhost/motcua' }, 'DATABASE_URL'],
  ['an owner without an application', { DATABASE_OWNER_URL: 'postgres://owner@localhost/motcua' }, 'DATABASE_URL'],
  ['a mail server that is none', { SMTP_URL: 'mail.example.vn:25' }, 'SMTP_URL'],
  ['a key that is too short', { MOTCUA_KEY: 'abc' }, 'MOTCUA_KEY'],
];
for (const [what, env, names] of wrong) {
  test(`${what} is refused in one line that names the setting`, () => {
    assert.throws(
      () => readSettings(env),
      (fault) => fault instanceof CannotRun && fault.message.includes(names) && !fault.message.includes('\n'),
    );
  });
}

test('a wrong database address is refused without showing the password in it', () => {
  assert.throws(
    () => readSettings({ DATABASE_URL: 'pg://app:secret@localhost' }),
    (fault) => fault instanceof CannotRun && !fault.message.includes('secret'),
  );
});
