import { isIPv6 } from 'node:net';

/**
 * From where a request comes, as far as that can be believed: what a proxy says of it is believed of proxies that we know alone,
 * those on this machine and those that the settings name. Of an IPv6 address only the network counts: a visitor has all of its addresses.
 *
 * @param peer who is connected with us; `forwardedFor` each address before it, the nearest last
 */
export function clientAddress(peer: string, forwardedFor: string, proxies: readonly string[]): string {
  const way = [...forwardedFor.split(','), peer].map((address) => plainAddress(address.trim())).filter((address) => address !== '');
  const isProxy = (address: string) => isThisMachine(address) || proxies.some((proxy) => plainAddress(proxy) === address);
  const client = way.findLast((address) => !isProxy(address)) ?? way[0] ?? '';
  return isIPv6(client) ? networkOf(client) : client;
}

/** An IPv4 address as such where it is written as IPv6; without zone, brackets and port, which some proxies add. */
function plainAddress(address: string): string {
  const [, bare = address] = /^\[(.*)\](?::\d+)?$/.exec(address) ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(address) ?? [];
  return bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function isThisMachine(address: string): boolean {
  return address === '::1' || /^127(\.\d+){3}$/.test(address);
}

/** The first 64 bits: `2001:db8:0:1`. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
