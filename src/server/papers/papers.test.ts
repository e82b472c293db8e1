import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { apology } from './apology/content.ts';
import { apologySample } from './apology/sample.ts';
import { birthExtract } from './birth-extract/content.ts';
import { birthExtractSample } from './birth-extract/sample.ts';
import { decision } from './decision/content.ts';
import { decisionSample } from './decision/sample.ts';
import { householdBusinessCertificate } from './household-business-certificate/content.ts';
import { householdBusinessCertificateSample } from './household-business-certificate/sample.ts';
import { receipt } from './receipt/content.ts';
import { receiptSample } from './receipt/sample.ts';
import { refusal } from './refusal/content.ts';
import { refusalToAcceptSample } from './refusal/sample.ts';
import type { Papers } from './render.ts';
import { stopNotice } from './stop-notice/content.ts';
import { stopNoticeSample } from './stop-notice/sample.ts';
import { submission } from './submission/content.ts';
import { submissionSample } from './submission/sample.ts';
import { supplementRequest } from './supplement-request/content.ts';
import { supplementRequestSample } from './supplement-request/sample.ts';
import { transferSlip } from './transfer-slip/content.ts';
import { transferSlipSample } from './transfer-slip/sample.ts';

/** One of each, complete by type: a new paper is tried here too. */
const samples: Papers = {
  apology: apology(apologySample),
  'birth-extract': birthExtract(birthExtractSample),
  decision: decision(decisionSample),
  'household-business-certificate': householdBusinessCertificate(householdBusinessCertificateSample),
  receipt: receipt(receiptSample),
  refusal: refusal(refusalToAcceptSample),
  'stop-notice': stopNotice(stopNoticeSample),
  submission: submission(submissionSample),
  'supplement-request': supplementRequest(supplementRequestSample),
  'transfer-slip': transferSlip(transferSlipSample),
};

/** Points from the left edge to the right margin, 17 mm from the page's end. */
const textEnds = { upright: 547.5, wide: 794 };

for (const paper of Object.keys(samples).filter(isPaper)) {
  test(`${paper}: 300 letters without a gap in every place stay within the margins`, async () => {
    const { right } = await printed(paper, everywhere(samples[paper], 'Ượ'.repeat(150)));
    assert.ok(right <= (paper === 'transfer-slip' ? textEnds.wide : textEnds.upright), String(right));
  });

  test(`${paper}: markup in every place is printed as it is`, async () => {
    const { text } = await printed(paper, everywhere(samples[paper], '#panic() $x *a* <b> "'));
    assert.ok(text.includes('#panic() $x *a* <b> "') || text.includes('#PANIC() $X *A* <B> "'));
  });

  test(`${paper}: nothing in any place leaves one page with the state’s heading`, async () => {
    const { pages } = await printed(paper, everywhere(samples[paper], ''));
    assert.equal(pages.length, 1);
    assert.ok(pages[0]?.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'));
  });
}

/** The same content with another text in every place but the QR code's address and figures of one column. */
function everywhere<Content>(content: Content, text: string): Content {
  const kept = ['checkAt', 'no', 'originals', 'copies', 'pages'];
  return JSON.parse(JSON.stringify(content), (key, value: unknown) => (typeof value === 'string' && !kept.includes(key) ? text : value));
}

function isPaper(name: string): name is keyof Papers {
  return name in samples;
}
