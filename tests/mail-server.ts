import { SMTPServer } from 'smtp-server';

type LetterReceived = {
  readonly to: string;
  readonly from: string;
  /** The headers as they came, one a line. */
  readonly headers: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type MailServer = {
  readonly url: string;
  /** All that was taken, in order. */
  readonly letters: readonly LetterReceived[];
  stop(): Promise<void>;
};

type Answer = { readonly code: number; readonly words: string } | 'hang up' | undefined;

/**
 * A mail server of our own on a free port of this machine, that keeps what it gets.
 *
 * @param answer what it says to the letter's end; by default it takes it
 */
export async function startMailServer(answer: () => Answer = () => undefined): Promise<MailServer> {
  const letters: LetterReceived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const said = answer();
        if (said !== undefined && said !== 'hang up') return done(Object.assign(new Error(said.words), { responseCode: said.code }));
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        letters.push({ to, from, ...read(Buffer.concat(chunks).toString('utf8')) });
        if (said === 'hang up') return server.close();
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, letters, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

function read(raw: string): Omit<LetterReceived, 'to' | 'from'> {
  const { headers, body } = partOf(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map(partOf);
  const ofType = (type: string) => {
    const part = parts.find((one) => one.headers.includes(`Content-Type: ${type}`));
    return part ? decoded(part.body, /Content-Transfer-Encoding: (\S+)/i.exec(part.headers)?.[1] ?? '') : '';
  };
  return {
    headers,
    messageId: /^Message-ID: (.+)$/im.exec(headers)?.[1] ?? '',
    subject: words(/^Subject: (.+)$/im.exec(headers)?.[1] ?? ''),
    text: ofType('text/plain'),
    html: ofType('text/html'),
  };
}

/** Headers unfolded, and what comes after them. */
function partOf(raw: string): { readonly headers: string; readonly body: string } {
  const at = raw.indexOf('\r\n\r\n');
  return {
    headers: raw
      .slice(0, at)
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .trim(),
    body: raw.slice(at + 4),
  };
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body.replaceAll('\r\n', '\n');
  return fromQuoted(body.replaceAll(/=\r\n/g, '')).replaceAll('\r\n', '\n');
}

function fromQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A header's encoded words: `=?UTF-8?Q?…?=`. */
function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    );
}
