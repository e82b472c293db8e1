import forge from 'node-forge';
import type { KeyPair } from './p12.ts';

/** A detached signature over `content` with SHA-256, as a PDF holds it (RFC 5652). */
export function signCms({ key, certificate, chain }: KeyPair, content: Uint8Array, at: Date): Buffer {
  const { contentType, data, sha256, signingTime, messageDigest } = forge.pki.oids;
  if (!contentType || !data || !sha256 || !signingTime || !messageDigest) throw new Error('An object identifier of CMS is not known');

  const message = forge.pkcs7.createSignedData();
  message.content = forge.util.createBuffer(Buffer.from(content).toString('latin1'));
  for (const each of chain) message.addCertificate(each);
  message.addSigner({
    key,
    certificate,
    digestAlgorithm: sha256,
    authenticatedAttributes: [{ type: contentType, value: data }, { type: signingTime, value: at.toISOString() }, { type: messageDigest }],
  });
  message.sign({ detached: true });
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1');
}
