import forge from 'node-forge';

/** What a PKCS#12 file holds: a private key, its certificate, and those that vouch for it. */
export type KeyPair = {
  readonly key: forge.pki.rsa.PrivateKey;
  readonly certificate: forge.pki.Certificate;
  readonly chain: readonly forge.pki.Certificate[];
  /** "Nguyễn Thị Thắm, Ủy ban nhân dân phường Minh Khai" */
  readonly subject: string;
};

/**
 * Opens a PKCS#12 file.
 *
 * @throws Error in one sentence when the file is none, the password is wrong, or key and certificate do not belong together
 */
export function openP12(file: Uint8Array, password: string): KeyPair {
  const p12 = read(file, password);
  const keys = [...bags(p12, 'pkcs8ShroudedKeyBag'), ...bags(p12, 'keyBag')];
  const [key] = keys.flatMap((bag) => (bag.key && 'n' in bag.key ? [bag.key] : []));
  if (!key) throw new Error('The certificate file holds no private key for RSA signatures.');

  const chain = bags(p12, 'certBag').flatMap(({ cert }) => (cert ? [cert] : []));
  const certificate = chain.find(({ publicKey }) => 'n' in publicKey && publicKey.n.equals(key.n));
  if (!certificate) throw new Error('The certificate file holds no certificate for its private key.');

  readNames(certificate.issuer.attributes);
  readNames(certificate.subject.attributes);
  return { key, certificate, chain, subject: nameOf(certificate) };
}

function read(file: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(file).toString('latin1')), false, password);
  } catch {
    throw new Error('The certificate file cannot be opened: it is no PKCS#12 file, or its password is wrong.');
  }
}

function bags(p12: forge.pkcs12.Pkcs12Pfx, kind: string): forge.pkcs12.Bag[] {
  const bagType = forge.pki.oids[kind] ?? '';
  return p12.getBags({ bagType })[bagType] ?? [];
}

/** The library leaves names as bytes when it reads a certificate, but takes them for letters when it writes them into a signature. */
function readNames(attributes: forge.pki.CertificateField[]): void {
  for (const attribute of attributes) {
    const { value } = attribute;
    if (typeof value === 'string' && Number(attribute.valueTagClass) === forge.asn1.Type.UTF8)
      attribute.value = forge.util.decodeUtf8(value);
  }
}

function nameOf({ subject }: forge.pki.Certificate): string {
  const parts = ['CN', 'O'].map((name): unknown => subject.getField(name)?.value);
  return parts.filter((part) => typeof part === 'string').join(', ');
}
