import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import type { Person } from '#tests/person.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { applyForBirth } from './applying.ts';
import { act, choose, receive } from './office.ts';
import type { Stage } from './stage.ts';

const { actForm, dossierPage } = vi;

const wrong = 'Nguyễn Thị Lan';
const right = 'Nguyễn Thị Hoàng Lan';

/** A name was typed wrongly, and an address is nobody's: all that is read and made afterwards says what is right, the timeline what was. */
export async function mistakeIsCorrected(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code, email, trackAt } = await applyForBirth(citizen, 'Nguyễn Hoàng Gia Hân');
  const officer = await stage.officer('tiepnhan.nguyentrai');
  await receive(officer, code, [1, 2, 6, 7]);

  await choose(officer, code, 'correct dossier');
  await officer.press(vi.actButton['correct dossier']);
  assert.match(await officer.errorBeside('ly-do'), /./);
  assert.equal(await officer.valueOf('applicant-identity'), '', 'a personal number is not put into its box');
  await officer.fill('applicant-name', right);
  await officer.fill('ly-do', 'Gõ thiếu tên đệm');
  await sessionEnds(stage, officer);
  await officer.reads(
    right,
    dossierPage.changed.replace('{what}', 'Họ, chữ đệm và tên của người nộp hồ sơ').replace('{was}', wrong).replace('{is}', right),
  );
  assert.match((await stage.city.letter(email, /Đã đính chính/)).text, /Gõ thiếu tên đệm/);

  await isFound(officer, code);
  await paperSays(officer, code);
  await citizen.open(trackAt);
  await citizen.reads(right);

  await choose(officer, code, 'correct dossier');
  await officer.choose('bo', 'applicant-email');
  await officer.fill('ly-do', 'Địa chỉ thư của người khác');
  await act(officer, 'correct dossier');
  await officer.reads('Địa chỉ thư của người khác', new RegExp(`→ ${dossierPage.noAnswer}`));
  await choose(officer, code, 'correct dossier');
  await officer.readsNot(actForm.correctRemove.slice(actForm.correctRemove.indexOf('}') + 1));
  await officer.leave();
  await citizen.leave();
}

/** Without scripts, what she sends after her session has ended is kept until she has signed in again. */
async function sessionEnds(stage: Stage, officer: Person): Promise<void> {
  const { page } = officer;
  await page.context().clearCookies();
  await officer.press(vi.actButton['correct dossier']);
  await officer.reads(vi.signIn.endedTitle);
  await officer.press(vi.signIn.endedAgain);
  await officer.reads(vi.signIn.endedTitle);

  const again = await stage.officer('tiepnhan.nguyentrai');
  await page.context().addCookies(await again.page.context().cookies());
  await again.leave();
  await officer.press(vi.signIn.endedAgain);
  await officer.reads('Đã ghi:');
}

/** By the new name, and no more by the old one. */
async function isFound(officer: Person, code: string): Promise<void> {
  await officer.open(`/can-bo/tim?q=${encodeURIComponent('nguyen thi hoang lan')}`);
  await officer.reads(code, right);
  await officer.open(`/can-bo/tim?q=${encodeURIComponent('nguyen thi lan')}`);
  await officer.readsNot(code);
}

/** The receipt is made anew; the one before stays as it was. */
async function paperSays(officer: Person, code: string): Promise<void> {
  const receipts = officer.page.getByRole('link', { name: new RegExp(`^${vi.paper.receipt}, `) });
  await officer.open(`/can-bo/ho-so/${code}`);
  assert.equal(await receipts.count(), 2);
  const texts = await Promise.all(
    (await receipts.all()).map(async (link) => {
      const { text } = await readPdf(await officer.download((await link.getAttribute('href')) ?? ''));
      return text.includes(right);
    }),
  );
  assert.deepEqual(texts.toSorted(), [false, true]);
}
