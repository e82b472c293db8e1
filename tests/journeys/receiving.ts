import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { type Person, wordsOf } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { act, choose, openFromList, simply, tick } from './office.ts';
import type { Stage } from './stage.ts';

const { actForm, counter, dossierPage, effect, paper, tracking } = vi;

/** What comes in online, and who stands at the counter. */
export async function officerReceives(stage: Stage): Promise<void> {
  const officer = await stage.officer('tiepnhan.nguyentrai', { scripts: true });
  await receivesOnline(stage, officer);
  await asksForEveryGap(stage, officer);
  await declines(stage, officer);
  await receivesAtCounter(stage, officer);
}

/** Each component is checked off; the receipt is seen before it is given, and then printed with its QR code. */
async function receivesOnline(stage: Stage, officer: Person): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForBirth(citizen);
  await openFromList(officer, code);
  await officer.reads('Nguyễn Thị Lan', '…', dossierPage.dueWhenReceived);
  await simply(officer, code, 'take dossier');

  await choose(officer, code, 'receive dossier');
  await officer.press(vi.actButton['receive dossier']);
  assert.match(await officer.errorSummary(), /./);
  await tick(officer, [1, 2, 6, 7]);
  await officer.go(() => officer.page.getByRole('button', { name: dossierPage.seePaper }).click());
  const before = await wordsOf(officer.page.locator('section.beside'));
  assert.match(before, /GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/i);
  assert.match(before, /Nguyễn Thị Lan/);
  await officer.reads(effect.clockStarts);
  await act(officer, 'receive dossier');

  await officer.awaits(paper.receipt);
  const { text } = await officer.readPdf(new RegExp(`^${paper.receipt},`));
  for (const said of [code, 'Nguyễn Thị Lan', 'Đăng ký khai sinh']) assert.ok(text.includes(said), text);
  await citizen.open(trackAt);
  await citizen.reads(tracking.due, '17:30');
  await citizen.leave();
}

/** A photograph that cannot be read and a paper that nobody sent: both are named in the request, and the citizen reads both. */
async function asksForEveryGap(stage: Stage, officer: Person): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt, email } = await applyForBirth(citizen);
  await openFromList(officer, code);
  await simply(officer, code, 'take dossier');
  await choose(officer, code, 'receive dossier');
  await tick(officer, [1, 6, 7]);
  await officer.press(actForm.askForRest);
  assert.ok(await officer.page.locator('input[name="thieu"][value="2"]').isChecked());
  for (const no of [3, 4, 5, 8]) await officer.page.locator(`input[name="thieu"][value="${no}"]`).uncheck();
  await officer.fill('vi-sao-2', 'Thiếu mặt sau của giấy chứng sinh');
  await officer.fill('thieu-khac', 'Giấy xác nhận tạm trú');
  await officer.fill('giai-thich', 'Xin bà chụp lại cả hai mặt, rồi gửi ở trang hồ sơ.');
  await officer.reads(effect.clockNotBegun, effect.onlyOnce);
  await act(officer, 'request supplement');

  await citizen.open(trackAt);
  await citizen.reads('Thiếu mặt sau của giấy chứng sinh', 'Giấy xác nhận tạm trú', 'Xin bà chụp lại cả hai mặt');
  await citizen.awaits(tracking.askedPaper);
  const { text } = await citizen.readPdf(tracking.askedPaper);
  for (const said of [code, 'Thiếu mặt sau của giấy chứng sinh', 'Giấy xác nhận tạm trú']) assert.ok(text.includes(said), text);
  assert.match((await stage.city.letter(email, /bổ sung/i)).text, /Giấy xác nhận tạm trú/);
  await citizen.leave();
}

/** Not without a reason; with one, the citizen reads it and to whom he may complain. */
async function declines(stage: Stage, officer: Person): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForBirth(citizen);
  await openFromList(officer, code);
  await simply(officer, code, 'take dossier');
  await choose(officer, code, 'not accept dossier');
  await officer.press(vi.actButton['not accept dossier']);
  assert.match(await officer.errorBeside('ly-do'), /./);
  await officer.fill('ly-do', 'Trẻ đã được đăng ký khai sinh ngày 28/4/2018.');
  await officer.fill('can-cu', 'Điều 16 Luật Hộ tịch 2014');
  await officer.reads(effect.closedUnreceived);
  await act(officer, 'not accept dossier');

  await citizen.open(trackAt);
  await citizen.reads(tracking.notAcceptedAt, 'Trẻ đã được đăng ký khai sinh ngày 28/4/2018.', 'Điều 16 Luật Hộ tịch 2014', 'khiếu nại');
  await citizen.leave();
}

/** No mouse: from the identity number to the printed receipt. */
async function receivesAtCounter(stage: Stage, officer: Person): Promise<void> {
  const keys = officer.page.keyboard;
  await officer.open('/can-bo/tiep-nhan');
  for (const [id, answer] of applicant) await type(officer, id, answer);

  await keys.press('Alt+2');
  await keys.type('khai sinh');
  await officer.page
    .getByRole('button', { name: /Đăng ký khai sinh/ })
    .first()
    .waitFor();
  await officer.go(() => keys.press('Enter'));
  await officer.page.locator('input[data-paper="2"]').waitFor();
  for (const key of ['2', '6', '7']) await keys.press(key);
  for (const no of [1, 2, 6, 7]) assert.ok(await officer.page.locator(`input[data-paper="${no}"]`).isChecked(), `paper ${no}`);

  for (const [id, answer] of birth) await type(officer, id, answer);
  await officer.go(async () => {});
  await officer.page.locator('.counter-paper').getByText('Nguyễn Thị Lan').first().waitFor();
  await officer.go(() => keys.press('F9'));
  await officer.reads(counter.doneReceived, counter.secret, 'Nguyễn Thị Lan', counter.due);
  const { text } = await officer.readPdf(counter.openPaper);
  assert.match(text, /GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/i);

  const code = /[\d.]+H22-\d{6}-\d{4}/.exec(await officer.text())?.[0] ?? '';
  const secret = await wordsOf(officer.page.locator('main b.num'));
  const citizen = await stage.citizen();
  await citizen.open('/tra-cuu');
  await citizen.fill('ma', code);
  await citizen.fill('so', secret);
  await citizen.press(vi.lookUp.see);
  await citizen.reads('Nguyễn Thị Lan', 'Phường Nguyễn Trãi');
  await citizen.leave();

  await officer.go(() => keys.press('F8'));
  assert.equal(await officer.valueOf('applicant-name'), '');
}

/** Box by box in the order of the page; an answer that is a key is pressed. */
const applicant: readonly (readonly [string, string])[] = [
  ['applicant-identity', '073190000123'],
  ['applicant-name', 'Nguyễn Thị Lan'],
  ['applicant-born-on', '2'],
  ['applicant-born-on-month', '9'],
  ['applicant-born-on-year', '1990'],
  ['applicant-phone', '0912000345'],
  ['applicant-address', 'Tổ 5, phường Nguyễn Trãi'],
];

const birth: readonly (readonly [string, string])[] = [
  ['child-name', 'Nguyễn Hoàng Minh Anh'],
  ['child-born-on', '27'],
  ['child-born-on-month', '4'],
  ['child-born-on-year', '2018'],
  ['child-sex', 'Space'],
  ['child-birthplace-kind', 'Space'],
  ['child-birthplace', 'Bệnh viện Đa khoa tỉnh Hà Giang'],
  ['child-nationality', 'Việt Nam'],
  ['child-ethnic-group', 'Tày'],
  ['child-home-town', 'Phương Độ, thành phố Hà Giang'],
  ['applicant-relation', 'Space'],
  ['mother-stated', 'Space'],
  ['mother-name', 'Nguyễn Thị Lan'],
  ['mother-born-on', '2'],
  ['mother-born-on-month', '9'],
  ['mother-born-on-year', '1990'],
  ['mother-ethnic-group', 'Tày'],
  ['mother-nationality', 'Việt Nam'],
  ['mother-address', 'Tổ 5, phường Nguyễn Trãi'],
  ['father-stated', 'ArrowUp'],
];

/** Goes on by Tab until the place is reached. */
async function type({ page }: Person, id: string, answer: string): Promise<void> {
  const here = () => page.evaluate(() => document.activeElement?.id);
  for (let tabs = 0; (await here()) !== id; tabs++) {
    assert.ok(tabs < 60, `Tab does not lead to ${id}`);
    await page.keyboard.press('Tab');
  }
  if (answer === 'Space' || answer === 'ArrowUp') await page.keyboard.press(answer);
  else await page.keyboard.type(answer);
}
