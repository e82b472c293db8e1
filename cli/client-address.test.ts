import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress } from './client-address.ts';

test('without a proxy the one who is connected counts, whatever he claims', () => {
  assert.equal(clientAddress('203.0.113.7', '', []), '203.0.113.7');
  assert.equal(clientAddress('203.0.113.7', '198.51.100.1', []), '203.0.113.7');
  assert.equal(clientAddress('::ffff:203.0.113.7', '198.51.100.1', []), '203.0.113.7');
  assert.equal(clientAddress('127.0.0.1', '', []), '127.0.0.1');
});

test('a proxy on this machine, or one that is named, is believed; what came to it already is not', () => {
  for (const proxy of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(clientAddress(proxy, '198.51.100.1', []), '198.51.100.1');
  assert.equal(clientAddress('10.0.0.2', '198.51.100.1', []), '10.0.0.2');
  assert.equal(clientAddress('10.0.0.2', '198.51.100.1', ['10.0.0.2']), '198.51.100.1');
  assert.equal(clientAddress('127.0.0.1', '192.0.2.9, 198.51.100.1', []), '198.51.100.1', 'the visitor wrote the first himself');
  assert.equal(clientAddress('127.0.0.1', '192.0.2.9, 198.51.100.1, 10.0.0.2', ['10.0.0.2']), '198.51.100.1', 'two proxies');
});

test('a port that a proxy adds is no part of the address', () => {
  assert.equal(clientAddress('127.0.0.1', '198.51.100.1:4711', []), '198.51.100.1');
  assert.equal(clientAddress('127.0.0.1', '[2001:db8::5]:4711', []), '2001:db8:0:0');
});

test('of an IPv6 address the network counts', () => {
  assert.equal(clientAddress('2001:db8:0:1:aaaa:bbbb:cccc:dddd', '', []), '2001:db8:0:1');
  assert.equal(clientAddress('2001:DB8:0:1::5', '', []), '2001:db8:0:1');
  assert.equal(clientAddress('2001:db8::5', '', []), '2001:db8:0:0');
  assert.equal(clientAddress('fe80::1%eth0', '', []), 'fe80:0:0:0');
});

test('what is no address is counted as it is written, and what is empty not at all', () => {
  assert.equal(clientAddress('127.0.0.1', 'unknown', []), 'unknown');
  assert.equal(clientAddress('127.0.0.1', ' , ', []), '127.0.0.1');
});
