import { createHmac } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { username } from 'better-auth/plugins';
import { hashPassword, isPassword, type Passwords } from './password-hash.ts';

/** Proves who somebody is, and keeps what he proved in a cookie. */
export type Identity = {
  /** Opens a session, kept in the cookies answered; `undefined` when name and password do not belong together. */
  signIn(name: string, password: string, visit: Visit): Promise<readonly SetCookie[] | undefined>;
  /** Id of the session that the visitor's cookie holds; `undefined` when there is none, or its day is over. */
  findSession(visit: Visit): Promise<string | undefined>;
  /** Ends the session; answers the cookies that take it out of the browser. */
  signOut(visit: Visit): Promise<readonly SetCookie[]>;
  hashPassword(password: string): Promise<string>;
};

/** Who knocks, as far as the network tells: the cookies of the request, its address, the browser's own name. */
export type Visit = { readonly cookie: string; readonly address: string; readonly browser: string };

export type SetCookie = {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'lax';
  /** Seconds; absent for one that ends with the browser, 0 for one that is taken back. */
  readonly maxAge?: number;
};

/**
 * Sign-in by password with better-auth, in the tables of schema `auth`. Nobody signs up; none of its own addresses is served.
 *
 * @param db a Kysely of the application's role
 * @param key the house's; cookies are signed under a key made from it
 * @param publicUrl cookies are for https alone when it is
 * @param passwords who makes them up; decides what trying one costs
 */
export function openIdentity(db: KyselyOf, key: Uint8Array, publicUrl: string, passwords: Passwords): Identity {
  const auth = betterAuth(optionsOf(db, key, publicUrl, passwords));
  return {
    async signIn(name, password, visit) {
      try {
        // The cookie goes with the browser, the session after a day.
        const body = { username: name, password, rememberMe: false };
        const { headers } = await auth.api.signInUsername({ body, headers: asHeaders(visit), returnHeaders: true });
        return cookiesOf(headers);
      } catch (fault) {
        if (isAPIError(fault) && fault.statusCode === 401) return undefined;
        throw fault;
      }
    },
    async findSession(visit) {
      if (!visit.cookie.includes(cookiePrefix)) return undefined;
      const found = await auth.api.getSession({ headers: asHeaders(visit), query: { disableRefresh: true } });
      return found?.session.id;
    },
    async signOut(visit) {
      const { headers } = await auth.api.signOut({ headers: asHeaders(visit), returnHeaders: true });
      return cookiesOf(headers);
    },
    hashPassword: (password) => hashPassword(password, passwords),
  };
}

type KyselyOf = Extract<NonNullable<BetterAuthOptions['database']>, { readonly schemaName?: string; readonly db: unknown }>['db'];

/** Who asks for the options alone compares the tables with what better-auth expects. */
export function optionsOf(db: KyselyOf, key: Uint8Array, publicUrl: string, passwords: Passwords) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    appName: 'motcua',
    baseURL: publicUrl,
    secret: createHmac('sha256', key).update('sign-in').digest('base64url'),
    database: { db, type: 'postgres', schemaName: 'auth' },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https://'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: (password) => hashPassword(password, passwords),
        verify: ({ hash, password }) => isPassword(password, hash, passwords),
      },
    },
    plugins: [username({ displayUsername: false, maxUsernameLength: 60, schema: { user: { fields: { username: 'username' } } } })],
    session: {
      modelName: 'session',
      fields: { ...times, userId: 'sign_in_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
      disableSessionRefresh: true,
    },
    user: { modelName: 'sign_in', fields: { ...times, emailVerified: 'email_verified' } },
    account: {
      modelName: 'credential',
      fields: {
        ...times,
        userId: 'sign_in_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...times, expiresAt: 'expires_at' } },
    logger: { level: 'error' },
    telemetry: { enabled: false },
  } as const satisfies BetterAuthOptions;
}

/** Most who knock are citizens and have no cookie of ours: they cost nothing. */
const cookiePrefix = 'motcua';

/** The house tells the address; no header of the visitor's own is believed. */
const addressHeader = 'x-visitor-address';

function asHeaders({ cookie, address, browser }: Visit): Headers {
  return new Headers({ cookie, [addressHeader]: address, 'user-agent': browser });
}

function cookiesOf(headers: Headers): SetCookie[] {
  return headers
    .getSetCookie()
    .flatMap((line) => [...parseSetCookieHeader(line)])
    .map(([name, { value, path = '/', httponly = false, secure = false, 'max-age': maxAge }]) => ({
      name,
      value,
      path,
      httpOnly: httponly,
      secure,
      sameSite: 'lax',
      ...(maxAge !== undefined && { maxAge }),
    }));
}
