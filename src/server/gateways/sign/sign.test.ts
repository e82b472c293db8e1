import assert from 'node:assert/strict';
import { createHash, createVerify, X509Certificate } from 'node:crypto';
import path from 'node:path';
import { before, test } from 'node:test';
import forge from 'node-forge';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { apology } from '#server/papers/apology/content.ts';
import { apologySample } from '#server/papers/apology/sample.ts';
import { renderPaper } from '#server/papers/render.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { type DemoCertificate, makeDemoCertificate } from './demo-certificate.ts';
import { noSigner } from './no-signer.ts';
import { p12Signer } from './p12-signer.ts';
import type { Signer } from './sign.ts';

const root = path.join(import.meta.dirname, '../../../..');
const at = new Date('2018-05-14T16:00+07:00');
const leader = { name: 'Đặng Quốc Khánh Thiện', reason: 'Ký duyệt (kết quả) \\ #1', at };
const agency = { name: 'Ủy ban nhân dân phường Minh Khai', reason: 'Đóng dấu cơ quan', at: new Date(at.getTime() + 600_000) };

let paper: Uint8Array;
let certificate: DemoCertificate;
let signer: Signer;
before(async () => {
  paper = await renderPaper(root, 'apology', apology(apologySample), { now: at });
  certificate = await makeDemoCertificate({ name: 'Chứng thư minh họa', organisation: 'Thành phố Hà Giang' }, at);
  signer = p12Signer(certificate.p12, certificate.password);
});

for (const [what, take] of [
  ['the signer', () => signer],
  ['its stand-in', () => noSigner],
] as const) {
  test(`${what} gives back a paper whose every word can still be read`, async () => {
    const { pdf, ...answer } = await take().sign(paper, leader);
    assert.deepEqual(await readPdf(pdf), await readPdf(paper));
    assert.equal(answer.signed, take().subject !== null);
    assert.equal('by' in answer ? answer.by : null, take().subject);
    assert.equal(signaturesIn(pdf).length, answer.signed ? 1 : 0);
  });

  test(`${what} leaves every byte of the paper in its place`, async () => {
    const { pdf } = await take().sign(paper, leader);
    assert.ok(Buffer.from(pdf).subarray(0, paper.length).equals(paper));
  });
}

test('without a certificate the paper goes out as it is', async () => {
  assert.deepEqual(await noSigner.sign(paper, leader), { pdf: paper, signed: false });
});

test('a signature names the certificate, and holds over every byte but its own', async () => {
  const { pdf } = await signer.sign(paper, leader);
  assert.equal(signer.subject, 'Chứng thư minh họa, Thành phố Hà Giang');
  const [signature] = signaturesIn(pdf);
  assert.ok(signature && holds(signature));
  assert.equal(signature.covers, pdf.length);
  assert.equal(signature.signedAt.getTime(), at.getTime());
});

test('a signature points at its certificate by the issuer’s very bytes, also where a name has Vietnamese letters', async () => {
  const [signature] = signaturesIn((await signer.sign(paper, leader)).pdf);
  assert.ok(signature);
  const [certificate] = signature.cms.certificates;
  assert.ok(certificate);
  const issuer = forge.asn1.toDer(namesOf(certificate)).getBytes();
  assert.ok(issuer.includes(Buffer.from('Thành phố Hà Giang').toString('latin1')));
  assert.equal(signature.bytes.split(issuer).length - 1, 3, 'issuer and subject of the certificate, issuer named by the signature');
});

test('one altered byte anywhere in the paper breaks the signature', async () => {
  const { pdf } = await signer.sign(paper, leader);
  for (const place of [100, Math.floor(paper.length / 2), pdf.length - 40]) {
    const altered = Uint8Array.from(pdf, (byte, index) => (index === place ? byte ^ 1 : byte));
    const [signature] = signaturesIn(altered);
    assert.ok(signature && !holds(signature), `byte ${place}`);
  }
});

test('the agency signs behind the leader; both hold, each in a field of its own with its own name and reason', async () => {
  const first = await signer.sign(paper, leader);
  const { pdf } = await signer.sign(first.pdf, agency);
  const signatures = signaturesIn(pdf);
  assert.equal(signatures.length, 2);
  assert.ok(signatures.every(holds));
  assert.deepEqual(
    signatures.map(({ covers }) => covers),
    [first.pdf.length, pdf.length],
  );

  const fields = await fieldsIn(pdf);
  assert.deepEqual(
    fields.map(({ name, reason }) => ({ name, reason })),
    [leader, agency].map(({ name, reason }) => ({ name, reason })),
  );
  assert.equal(new Set(fields.map(({ field }) => field)).size, 2);
});

test('a signed paper keeps its identifier, which PDF/A asks for', async () => {
  const { pdf } = await signer.sign((await signer.sign(paper, leader)).pdf, agency);
  const identifier = /\/ID\s*\[[^\]]*\]/g;
  const file = Buffer.from(pdf).toString('latin1');
  const [before, ...after] = file.match(identifier) ?? [];
  assert.ok(before);
  assert.deepEqual(after, [before, before]);
});

test('the last line of a signed paper points at its table of objects', async () => {
  for (const { pdf } of [await signer.sign(paper, leader), await signer.sign((await signer.sign(paper, leader)).pdf, agency)]) {
    const file = Buffer.from(pdf).toString('latin1');
    assert.equal(file.slice(Number(/startxref\n(\d+)\n%%EOF$/.exec(file)?.[1])).slice(0, 5), 'xref\n');
  }
});

test('an uploaded result of a newer kind of PDF can be signed too', async () => {
  const uploaded = await PDFDocument.create();
  uploaded.addPage();
  const { pdf } = await signer.sign(await uploaded.save({ useObjectStreams: true }), leader);
  assert.ok(signaturesIn(pdf).every(holds));
  assert.equal((await fieldsIn(pdf)).length, 1);
});

test('a wrong password, or a file that is no certificate, is told when the signer is set up', () => {
  assert.throws(() => p12Signer(certificate.p12, 'wrong'), /cannot be opened/);
  assert.throws(() => p12Signer(new TextEncoder().encode('no certificate'), certificate.password), /cannot be opened/);
});

type Signature = {
  readonly over: Buffer;
  readonly covers: number;
  readonly bytes: string;
  readonly cms: Captured;
  readonly signedAt: Date;
};

/** What node-forge read from a CMS, of which its types say nothing. */
type Captured = {
  readonly rawCapture: { readonly signature: string; readonly authenticatedAttributes: forge.asn1.Asn1[] };
  readonly certificates: forge.pki.Certificate[];
};

/** Each signature in the file with the bytes it stands for, by RFC 5652 and the file's own byte range. */
function signaturesIn(pdf: Uint8Array): Signature[] {
  const file = Buffer.from(pdf);
  return [...file.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].map(([, ...range]) => {
    const [from = 0, length = 0, then = 0, rest = 0] = range.map(Number);
    const place = Buffer.from(file.subarray(from + length + 1, then - 1).toString('latin1'), 'hex');
    // What the signature does not fill is noughts; its length stands in its third and fourth byte.
    const bytes = place.subarray(0, 4 + place.readUInt16BE(2)).toString('latin1');
    const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(bytes)) as unknown as Captured;
    const over = Buffer.concat([file.subarray(from, from + length), file.subarray(then, then + rest)]);
    return { over, covers: then + rest, bytes, cms: message, signedAt: signingTime(message) };
  });
}

function holds({ over, cms }: Signature): boolean {
  const [certificate] = cms.certificates;
  if (!certificate) return false;

  const digest = createHash('sha256').update(over).digest().toString('latin1');
  const attributes = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, cms.rawCapture.authenticatedAttributes);
  const signed = createVerify('sha256').update(Buffer.from(forge.asn1.toDer(attributes).getBytes(), 'latin1'));
  const { publicKey } = new X509Certificate(forge.pki.certificateToPem(certificate));
  return attribute(cms, 'messageDigest') === digest && signed.verify(publicKey, Buffer.from(cms.rawCapture.signature, 'latin1'));
}

/** The issuer as it stands in the certificate. */
function namesOf(certificate: forge.pki.Certificate): forge.asn1.Asn1 {
  const [body] = partsOf(forge.pki.certificateToAsn1(certificate));
  const issuer = body && partsOf(body)[3];
  assert.ok(issuer);
  return issuer;
}

function partsOf({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] {
  return Array.isArray(value) ? value : [];
}

function signingTime(cms: Captured): Date {
  return forge.asn1.utcTimeToDate(attribute(cms, 'signingTime'));
}

function attribute({ rawCapture }: Captured, name: string): string {
  const type = forge.asn1.oidToDer(forge.pki.oids[name] ?? '').getBytes();
  const found = rawCapture.authenticatedAttributes.find(({ value }) => Array.isArray(value) && value[0]?.value === type);
  const [, values] = Array.isArray(found?.value) ? found.value : [];
  const [value] = Array.isArray(values?.value) ? values.value : [];
  return typeof value?.value === 'string' ? value.value : '';
}

async function fieldsIn(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document
    .getForm()
    .getFields()
    .map((field) => {
      const value = field.acroField.dict.lookup(PDFName.of('V'), PDFDict);
      const said = (key: string) => {
        const text = value.lookup(PDFName.of(key));
        return text instanceof PDFHexString || text instanceof PDFString ? text.decodeText() : '';
      };
      return { field: field.getName(), name: said('Name'), reason: said('Reason') };
    });
}
