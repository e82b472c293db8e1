import path from 'node:path';
import { diskFiles } from './gateways/files/disk-files.ts';
import { openIdentity } from './gateways/identity/identity.ts';
import type { House } from './house.ts';
import { openDb } from './store/db.ts';

/**
 * The house of this running program, fitted out from the environment that `motcua` has checked and set. Only doors open it.
 * Nothing is connected before it is asked for.
 */
export const house: House = fitOut();

function fitOut(): House {
  const data = setting('MOTCUA_DATA');
  const key = Buffer.from(setting('MOTCUA_KEY'), 'base64url');
  const publicUrl = setting('MOTCUA_URL');
  const db = openDb(setting('DATABASE_URL'));
  return {
    db,
    now: clock(process.env.MOTCUA_NOW),
    root: setting('MOTCUA_ROOT'),
    key,
    publicUrl,
    files: diskFiles(path.join(data, 'files')),
    identity: openIdentity(db, key, publicUrl, process.env.MOTCUA_DEMO === '0' ? 'chosen' : 'random'),
  };
}

/** The machine's clock, or one that began at `start` when this process did and runs on. */
function clock(start: string | undefined): () => Date {
  if (!start) return () => new Date();
  const ahead = Date.parse(start) - performance.timeOrigin;
  return () => new Date(Date.now() + ahead);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this program is started by "motcua".`);
  return value;
}
