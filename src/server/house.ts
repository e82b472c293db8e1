import type { Conditions } from '#server/gateways/conditions/conditions.ts';
import type { Files } from '#server/gateways/files/files.ts';
import type { Identity } from '#server/gateways/identity/identity.ts';
import type { Mail } from '#server/gateways/mail/mail.ts';
import type { Signer } from '#server/gateways/sign/sign.ts';
import type { Db } from '#server/store/db.ts';

/** Everything outside the rules that a use case may reach. Tests hand in their own. */
export type House = {
  readonly db: Db;
  /** The application's address of the same database, for the library that works the jobs: it opens connections of its own. */
  readonly databaseUrl: string;
  readonly now: () => Date;
  /** Folder of the checkout: `data/`, papers' templates and fonts are found from here. */
  readonly root: string;
  /** Key of tracking secrets and of the tokens in links and QR codes; never in the database. 32 bytes. */
  readonly key: Uint8Array;
  /** Public address for mails and QR codes, without a slash at its end. */
  readonly publicUrl: string;
  readonly files: Files;
  readonly identity: Identity;
  readonly mail: Mail;
  readonly signer: Signer;
  readonly conditions: Conditions;
};
