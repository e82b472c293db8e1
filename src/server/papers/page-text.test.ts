import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { apology } from './apology/content.ts';
import { apologySample } from './apology/sample.ts';
import { type PageText, pageText, type ShownPapers } from './page-text.ts';
import { receipt } from './receipt/content.ts';
import { receiptSample } from './receipt/sample.ts';
import { refusal } from './refusal/content.ts';
import { refusalToSettleSample as refusalSample } from './refusal/sample.ts';
import { stopNotice } from './stop-notice/content.ts';
import { stopNoticeSample } from './stop-notice/sample.ts';
import { supplementRequest } from './supplement-request/content.ts';
import { supplementRequestSample } from './supplement-request/sample.ts';

const samples: ShownPapers = {
  receipt: receipt(receiptSample),
  'supplement-request': supplementRequest({ ...supplementRequestSample, ruleSet: '2025', secondReason: 'quy hoạch vừa thay đổi.' }),
  refusal: refusal({ ...refusalSample, instead: 'Ông/bà có thể nộp tại phường.' }),
  'stop-notice': stopNotice(stopNoticeSample),
  apology: apology(apologySample),
};

const names = ['receipt', 'supplement-request', 'refusal', 'stop-notice', 'apology'] as const satisfies readonly (keyof ShownPapers)[];

for (const name of names) {
  test(`a page shows the words of the paper, in its order: ${name}`, async () => {
    const { text } = await printed(name, samples[name]);
    const rest = inOrder(letters(text), shown(name).map(letters));
    assert.equal(rest.missing, '');
    // What the page leaves to the printing: the letterhead, the QR code's word, secret, chain, numbers of list items, foot of the page.
    assert.ok(rest.unsaid < 0.45, `${Math.round(rest.unsaid * 100)} % of the paper is not on the page`);
  });
}

function shown<Name extends keyof ShownPapers>(name: Name): string[] {
  const page: PageText = pageText[name](samples[name]);
  const parts = page.parts.flatMap((part) => {
    if (part.as === 'list') return part.items;
    return part.as === 'table' ? [...part.head, ...part.rows.flat()] : [part.words.map(({ text }) => text).join('')];
  });
  return [page.title, page.subtitle, ...parts, ...page.recipients, ...page.signatures.flatMap(({ titles, name }) => [...titles, name])];
}

/** Only what is read: where lines break is the paper's. */
function letters(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

function inOrder(text: string, pieces: readonly string[]) {
  let at = 0;
  let found = 0;
  for (const piece of pieces) {
    const next = text.indexOf(piece, at);
    if (next < 0) return { missing: piece, unsaid: 1 };
    at = next + piece.length;
    found += piece.length;
  }
  return { missing: '', unsaid: 1 - found / text.length };
}
