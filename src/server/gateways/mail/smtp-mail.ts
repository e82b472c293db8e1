import { createTransport } from 'nodemailer';
import type { Delivery, Mail } from './mail.ts';

/** Together well below the five minutes after which a talk counts as over. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };
const talkMs = 120_000;

/**
 * Letters by a mail server.
 *
 * @param url `smtp://user:password@host:587` (encrypted when the server offers it), `smtps://…` (encrypted from the first byte);
 *   what nodemailer knows may follow, such as `?requireTLS=true`
 * @param from address that letters come from
 */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    async deliver({ messageId, to, subject, text, html }) {
      try {
        const signal = AbortSignal.timeout(talkMs);
        const letter = { messageId, from, to: { name: '', address: to }, subject, text, html, signal };
        await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } });
        return { ended: 'sent' };
      } catch (fault) {
        return endOf(fault);
      }
    },
  };
}

/** What went wrong before the letter itself was handed over. */
const beforehand = ['EDNS', 'ETLS', 'EREQUIRETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'EENVELOPE', 'EPROXY', 'EPROTOCOL'];

/**
 * A server that answers "no" has not taken it, nor has one that was never reached; of all else nobody knows.
 * 421 is no answer: the server closes, and may have taken the letter just before.
 */
function endOf(fault: unknown): Delivery {
  const { code, command, responseCode, syscall, timeoutType, message } = told(fault);
  const why = message.slice(0, 500);
  const refused = responseCode !== undefined && responseCode >= 400 && !(responseCode === 421 && command === 'DATA');
  const unreached = syscall === 'connect' || timeoutType === 'CONNECTION_TIMEOUT' || timeoutType === 'GREETING_TIMEOUT';
  if (!refused && !unreached && !beforehand.includes(code ?? '')) return { ended: 'unknown', why };

  const lasting = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== 503 && (responseCode ?? 500) >= 500;
  return { ended: 'not sent', why, lasting };
}

type Told = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly timeoutType?: string;
  readonly message: string;
};

function told(fault: unknown): Told {
  return fault instanceof Error ? fault : { message: String(fault) };
}
