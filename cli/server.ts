import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';
import { clientAddress } from './client-address.ts';

/** What answers a request; the built pages export one. */
export type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void | Promise<void>;

/** How it is reached: at which address, and past which proxies on other machines. */
export type Place = { readonly publicUrl: string; readonly proxies: readonly string[] };

export type WebServer = {
  /** The address it listens on: `http://localhost:3000`. */
  readonly url: string;
  /** From here on requests are answered by it; before, they are told to come again. */
  serve(handler: Handler, place: Place): void;
  /** Takes no more, lets those finish that are being answered, for ten seconds at most. */
  stop(): Promise<void>;
};

/** The header that tells the pages whether a request came over http or https. Never believed from outside: always written here. */
export const protocolHeader = 'x-motcua-proto';

/** The one that tells them from where it came. */
export const addressHeader = 'x-motcua-address';

/** An upload of the largest file over a bad line takes a quarter of an hour. */
const requestTimeout = 20 * 60_000;
const patienceMs = 10_000;

/** Takes the port at once, so that one that is taken is known before anything else is done. */
export async function listen(host: string, port: number): Promise<WebServer> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void> = (_, response) => comeAgain(response);
  const server = createServer({ requestTimeout }, (request, response) => {
    Promise.resolve(answer(request, response)).catch((fault) => {
      console.error(fault);
      response.destroy();
    });
  });
  await takePort(server, host, port);
  return {
    url: urlOf(server, host),
    serve(handler, { publicUrl, proxies }) {
      const { host: publicHost, protocol } = new URL(publicUrl);
      answer = (request, response) => {
        if (!isReadable(request.url ?? '')) return cannotRead(response);
        request.headers[protocolHeader] = request.headers.host === publicHost ? protocol.slice(0, -1) : 'http';
        request.headers[addressHeader] = clientAddress(request.socket.remoteAddress ?? '', forwardedFor(request), proxies);
        return handler(request, response, () => response.writeHead(404).end());
      };
    },
    stop: () => stop(server),
  };
}

/** Several such headers are one list. */
function forwardedFor({ headers }: IncomingMessage): string {
  const said = headers['x-forwarded-for'] ?? '';
  return typeof said === 'string' ? said : said.join(',');
}

function takePort(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault) => reject(cannotListen(fault, host, port)));
    server.listen(port, host, resolve);
  });
}

function cannotListen(fault: Error, host: string, port: number): Error {
  const code = 'code' in fault ? fault.code : '';
  if (code === 'EADDRINUSE') return new CannotRun(`port ${port} is taken by another program: stop that one, or set PORT to another.`);
  if (code === 'EACCES') return new CannotRun(`this account may not serve port ${port}: set PORT to one from 1024.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CannotRun(`HOST=${host} is no address of this machine.`);
  return fault;
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function comeAgain(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2', refresh: '2' });
  response.end('Một Cửa đang khởi động, xin chờ một chút.\nMột Cửa is starting, one moment please.\n');
}

/** Whether an address names a page: `%` and two digits each, that together are UTF-8. What stands after `?` is the page's to read. */
function isReadable(address: string): boolean {
  try {
    decodeURI(address.replace(/\?.*$/s, ''));
    return true;
  } catch {
    return false;
  }
}

function cannotRead(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Địa chỉ này không đọc được.\nThis address cannot be read.\n');
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, setTimeout(patienceMs, undefined, { ref: false })]);
  clearInterval(sweeping);
  server.closeAllConnections();
}
