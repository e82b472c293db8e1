import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDemoCertificate } from '#server/gateways/sign/demo-certificate.ts';
import { p12Signer } from '#server/gateways/sign/p12-signer.ts';
import { CannotRun } from './cannot-run.ts';

const office = { name: 'UBND thành phố Hà Giang (bản trình diễn)', organisation: 'Một Cửa, bản trình diễn' };
const yearMs = 365 * 86_400_000;

/**
 * Names the certificate that papers are signed with in the environment: the one of `SIGN_P12`, looked at once,
 * or for the demo one of its own that vouches for itself.
 *
 * @param now the demo's certificate is good from a year before, because its history has signed papers
 */
export async function prepareSigning(data: string, demo: boolean, now: Date): Promise<void> {
  if (!process.env.SIGN_P12 && demo) await useDemoCertificate(data, now);
  const { SIGN_P12: file, SIGN_PASSWORD: password = '' } = process.env;
  if (!file) return;
  try {
    p12Signer(readFileSync(file), password);
  } catch (fault) {
    throw new CannotRun(`SIGN_P12=${file} cannot be opened with SIGN_PASSWORD: ${fault instanceof Error ? fault.message : fault}`);
  }
}

async function useDemoCertificate(data: string, now: Date): Promise<void> {
  const file = path.join(data, 'signing.p12');
  const secret = path.join(data, 'signing-password');
  if (!existsSync(file)) {
    const { p12, password } = await makeDemoCertificate(office, new Date(now.getTime() - yearMs));
    writeFileSync(secret, password, { mode: 0o600 });
    writeFileSync(`${file}.new`, p12, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  Object.assign(process.env, { SIGN_P12: file, SIGN_PASSWORD: readFileSync(secret, 'utf8') });
}
