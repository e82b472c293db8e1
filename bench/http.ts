import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { text } from 'node:stream/consumers';

/** How a server did under load: requests that were answered well, in how much time, with how much of its own processor time. */
export type Load = { readonly requests: number; readonly seconds: number; readonly bytes: number; readonly cpuSeconds: number };

/** A server in a process of its own. */
export type Served = { readonly url: string; readonly pid: number; stop(): void };

/** How many ask at the same time. */
export const atOnce = 16;

/**
 * Asks for these pages in turn, sixteen at once, over connections that stay open, from a process of its own.
 *
 * @param seconds how long; 0: each page once
 * @throws when a page is not answered with 200
 */
export async function load({ url, pid }: Pick<Served, 'url' | 'pid'>, paths: readonly string[], seconds: number): Promise<Load> {
  const before = cpuSecondsOf(pid);
  const said = await own('load', JSON.stringify({ url, paths, seconds }));
  const cpuSeconds = cpuSecondsOf(pid) - before;
  return { ...JSON.parse(said), cpuSeconds };
}

/** A bare `node:http` server that answers every request with the same bytes. */
export async function serveBare(body: string): Promise<Served> {
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(body);
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { url: String(url).trim(), pid: child.pid ?? 0, stop: () => child.kill() };
}

async function own(role: string, input: string): Promise<string> {
  const child = spawn(process.execPath, [import.meta.filename, role], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`the load ended with ${code}`);
  return said;
}

/** User and system time, in the hundredths of a second that Linux counts. */
function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function generate(): Promise<void> {
  const { url, paths, seconds }: { url: string; paths: string[]; seconds: number } = JSON.parse(await text(process.stdin));
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const start = performance.now();
  const isOver = (asked: number) => (seconds > 0 ? performance.now() - start > seconds * 1000 : asked >= paths.length);
  let asked = 0;
  let bytes = 0;
  const client = async () => {
    while (!isOver(asked)) {
      const received = await ask(url + paths[asked++ % paths.length], agent);
      bytes += received;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  console.log(JSON.stringify({ requests: asked, seconds: (performance.now() - start) / 1000, bytes }));
  agent.destroy();
}

function ask(address: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${response.statusCode}`))));
    });
    request.setTimeout(30_000, () => request.destroy(new Error(`${address}: no answer`)));
    request.on('error', reject);
  });
}

async function serve(): Promise<void> {
  const body = Buffer.from(await text(process.stdin));
  const headers = { 'content-type': 'text/html', 'content-length': body.length };
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
}

if (import.meta.main) await (process.argv[2] === 'serve' ? serve() : generate());
