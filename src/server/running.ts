import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workerConditions } from './gateways/conditions/worker-conditions.ts';
import { diskFiles } from './gateways/files/disk-files.ts';
import { openIdentity } from './gateways/identity/identity.ts';
import { keptMail } from './gateways/mail/kept-mail.ts';
import { smtpMail } from './gateways/mail/smtp-mail.ts';
import { noSigner } from './gateways/sign/no-signer.ts';
import { p12Signer } from './gateways/sign/p12-signer.ts';
import type { House } from './house.ts';
import { openDb } from './store/db.ts';

/**
 * The house of this running program, fitted out from the environment that `motcua` has checked and completed. Only doors open it.
 * Nothing is connected before it is asked for.
 */
export const house: House = fitOut(process.env);

function fitOut({ MOTCUA_NOW, SMTP_URL, MAIL_FROM, SIGN_P12, SIGN_PASSWORD = '' }: NodeJS.ProcessEnv): House {
  const databaseUrl = setting('DATABASE_URL');
  const db = openDb(databaseUrl);
  const key = Buffer.from(setting('MOTCUA_KEY'), 'base64url');
  const publicUrl = setting('MOTCUA_URL');
  return {
    db,
    databaseUrl,
    now: clock(MOTCUA_NOW),
    root: setting('MOTCUA_ROOT'),
    key,
    publicUrl,
    files: diskFiles(path.join(setting('MOTCUA_DATA'), 'files')),
    identity: openIdentity(db, key, publicUrl, process.env.MOTCUA_DEMO === '0' ? 'chosen' : 'random'),
    mail: SMTP_URL ? smtpMail(SMTP_URL, MAIL_FROM || `motcua@${new URL(publicUrl).hostname}`) : keptMail,
    signer: SIGN_P12 ? p12Signer(readFileSync(SIGN_P12), SIGN_PASSWORD) : noSigner,
    conditions: workerConditions(setting('MOTCUA_ROOT')),
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
