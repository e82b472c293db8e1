import { isIP } from 'node:net';
import path from 'node:path';
import { CannotRun } from './cannot-run.ts';

export type Settings = {
  /** Folder of the checkout. */
  readonly root: string;
  /** Folder of everything this installation keeps. */
  readonly data: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where the clock starts, for demonstrations and tests. */
  readonly now: Date | undefined;
  /** How many dossiers the demo city is brought with; 0: no demo city. */
  readonly demo: number;
  /** Public address for mails and QR codes; without one, the address that is served. */
  readonly publicUrl: string | undefined;
  /** Proxies on other machines, whose word on where a request comes from is believed. */
  readonly proxies: readonly string[];
  /** A PostgreSQL of one's own in place of the one from npm; without `owner` it must be migrated already. */
  readonly database: { readonly app: string; readonly owner: string | undefined } | undefined;
};

type Env = Readonly<Record<string, string | undefined>>;

/** What the environment asks for. @throws CannotRun naming the setting that is wrong, and what it may be */
export function readSettings(env: Env): Settings {
  const root = path.join(import.meta.dirname, '..');
  const settings: Settings = {
    root,
    data: path.resolve(root, env.MOTCUA_DATA || 'var'),
    host: env.HOST || '127.0.0.1',
    port: readPort(env),
    now: readNow(env),
    demo: readDemo(env),
    publicUrl: readUrl(env, 'MOTCUA_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    proxies: readProxies(env),
    database: readDatabase(env),
  };
  readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  refuseShortKey(env);
  if (settings.now && !settings.demo) throw new CannotRun('MOTCUA_NOW moves the clock and is for demonstrations: not with MOTCUA_DEMO=0.');
  if (!isLoopback(settings.host) && !settings.publicUrl) {
    throw new CannotRun(
      `HOST=${settings.host} lets others in: set MOTCUA_URL to the address they will use, such as https://motcua.example.vn.`,
    );
  }
  return settings;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

function readPort({ PORT = '' }: Env): number {
  const port = PORT === '' ? 3000 : Number(PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new CannotRun(`PORT=${PORT} is no port: a whole number from 0 (any) to 65535.`);
}

function readNow({ MOTCUA_NOW }: Env): Date | undefined {
  if (!MOTCUA_NOW) return undefined;
  const now = new Date(MOTCUA_NOW);
  if (!Number.isNaN(now.getTime())) return now;
  throw new CannotRun(`MOTCUA_NOW=${MOTCUA_NOW} is no moment: such as 2018-05-02T09:40+07:00.`);
}

/** A year of the demo city. */
const demoDossiers = 10_000;

function readDemo({ MOTCUA_DEMO = '' }: Env): number {
  if (MOTCUA_DEMO === '' || MOTCUA_DEMO === '1') return demoDossiers;
  const dossiers = Number(MOTCUA_DEMO);
  if (/^\d+$/.test(MOTCUA_DEMO) && dossiers <= demoDossiers) return dossiers;
  throw new CannotRun(
    `MOTCUA_DEMO=${MOTCUA_DEMO} is neither 1 (with the demo city) nor 0 (without), nor how many dossiers it has, up to ${demoDossiers}.`,
  );
}

function readProxies({ MOTCUA_PROXY = '' }: Env): readonly string[] {
  const proxies = MOTCUA_PROXY.split(',').flatMap((one) => one.trim() || []);
  const wrong = proxies.find((one) => isIP(one) === 0);
  if (wrong === undefined) return proxies;
  throw new CannotRun(`MOTCUA_PROXY=${MOTCUA_PROXY}: ${wrong} is no address on the network, such as 10.0.0.2.`);
}

function readDatabase(env: Env): Settings['database'] {
  const app = readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const owner = readUrl(env, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']);
  if (app) return { app, owner };
  if (owner) throw new CannotRun('DATABASE_OWNER_URL is set without DATABASE_URL: the program serves with the rights of the latter.');
  return undefined;
}

/** Without one, a key is made and kept in the data folder; several machines of one site share theirs. */
function refuseShortKey({ MOTCUA_KEY }: Env): void {
  if (!MOTCUA_KEY || Buffer.from(MOTCUA_KEY, 'base64url').length === 32) return;
  throw new CannotRun('MOTCUA_KEY is no key: 32 random bytes as base64url, such as "openssl rand 32 | basenc --base64url" gives.');
}

/** Says the name alone: an address holds a password. */
function readUrl(env: Env, name: string, protocols: string[]): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new CannotRun(`${name} is no address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`);
}
