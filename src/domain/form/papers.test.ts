import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Component } from '#domain/procedure/procedure.ts';
import type { Form } from './form.ts';
import { checkPapers, papersOf } from './papers.ts';

const form: Form = { formId: 'f', version: 1, pages: [], replaces: [1] };
const components = [
  component({ no: 1, name: 'Tờ khai' }),
  component({ no: 2, name: 'Giấy chứng sinh' }),
  component({ no: 3, condition: 'khi trẻ em bị bỏ rơi' }),
  component({ no: 4, kind: 'shown' }),
  component({ no: 5, kind: 'made by the agency' }),
];

test('a declaration is made from the answers; what is only shown is brought along; a condition leaves it to the applicant', () => {
  assert.deepEqual(
    papersOf(components, form).map(({ sending }) => sending),
    ['made from the answers', 'sent', 'sent if it applies', 'shown', 'made by the agency'],
  );
});

test('only what everyone must send is missed', () => {
  const papers = papersOf(components, form);
  assert.deepEqual(checkPapers(papers, []), { 'paper-2': 'file-missing' });
  assert.deepEqual(checkPapers(papers, [{ componentNo: 3 }]), { 'paper-2': 'file-missing' });
  assert.deepEqual(checkPapers(papers, [{ componentNo: 2 }]), {});
});

function component(changed: Partial<Component>): Component {
  const provenance = { stated: true, source: 's' };
  return { no: 1, name: 'Đơn', originals: 1, copies: 0, condition: null, kind: 'handed in', provenance, ...changed };
}
