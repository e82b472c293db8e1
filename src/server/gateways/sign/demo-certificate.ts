import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

const tenYearsMs = 10 * 365.25 * 86_400_000;

export type DemoCertificate = { readonly p12: Uint8Array; readonly password: string };

/**
 * A certificate that vouches for itself, for demonstrations: it shows how signed papers work and is trusted by nobody.
 *
 * @param subject name and organisation that signatures will show
 * @param now it is good from a day before, for ten years
 */
export async function makeDemoCertificate(
  { name, organisation }: { readonly name: string; readonly organisation: string },
  now: Date,
): Promise<DemoCertificate> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = selfSigned(
    key,
    [field('commonName', name), field('organizationName', organisation), field('countryName', 'VN')],
    now,
  );

  const password = randomBytes(18).toString('base64url');
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256' });
  return { p12: Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'), password };
}

function selfSigned(key: forge.pki.rsa.PrivateKey, subject: forge.pki.CertificateField[], now: Date): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // The first bit of a serial number is its sign, and must be clear.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(now.getTime() - 86_400_000);
  certificate.validity.notAfter = new Date(now.getTime() + tenYearsMs);
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  return certificate;
}

function field(name: string, value: string): forge.pki.CertificateField {
  return { name, value, valueTagClass: Number(forge.asn1.Type.UTF8) };
}
