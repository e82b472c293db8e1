import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { type Person, wordsOf } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { doInTurn, settleBirth, work } from './office.ts';
import type { Stage } from './stage.ts';

const { answering, feedbackAct, feedbackDesk, giving, given, hotlinePage, rating } = vi;

type Codes = { readonly code: string; readonly secret: string };

/** He rates once; he tells the city something and reads the answer; who is complained of has no part in it. */
export async function cityListens(stage: Stage): Promise<void> {
  await citizenRatesOnce(stage);
  await complaintIsAnswered(stage);
  await callIsTypedIn(stage);
}

async function citizenRatesOnce(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code, email, trackAt } = await applyForBirth(citizen);
  const address = trackAt.replace('/ho-so/', '/danh-gia/');
  await citizen.open(address);
  await citizen.reads(rating.notYet);

  await settleBirth(stage, code);
  await work(stage, 'tiepnhan.nguyentrai', (officer) => doInTurn(officer, code, ['return result']));
  const { text } = await stage.city.letter(email, /Đã trả kết quả/);
  const link = /https?:\S+\/danh-gia\/\S+/.exec(text)?.[0] ?? assert.fail(text);
  const second = await stage.citizen();
  await second.open(link);
  await citizen.open(link);
  await citizen.press(rating.send);
  assert.match(await citizen.errorBeside('score'), /./);
  await citizen.choose('score', '4');
  for (const [aspect, score] of [
    ['access', '5'],
    ['procedure', '4'],
    ['officer', '5'],
    ['result', '4'],
    ['comments', '3'],
  ] as const) {
    await citizen.page.locator(`#${aspect}`).selectOption(score);
  }
  await citizen.fill('comment', 'Cán bộ hướng dẫn tận tình, nhanh.');
  await citizen.press(rating.send);
  await citizen.reads(rating.thanks);

  await citizen.open(link);
  await citizen.reads(rating.thanks, 'Mỗi hồ sơ đánh giá một lần.');
  assert.equal(await citizen.page.locator('main form').count(), 0);

  await second.choose('score', '1');
  await second.press(rating.send);
  await second.reads(rating.again, 'mỗi hồ sơ chỉ tính đánh giá đầu tiên');
  for (const one of [citizen, second]) await one.leave();
}

/** Without a name, about the ward's chairman: he does not see it, and his superior answers. */
async function complaintIsAnswered(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  await citizen.open('/phan-anh');
  await citizen.press(giving.send);
  assert.match(await citizen.errorBeside('kind'), /./);
  await citizen.choose('kind', 'conduct');
  await citizen.fill('text', 'Sáng nay ông ấy bắt tôi chờ hai giờ rồi bảo về.');
  await citizen.page.locator('#agency').selectOption('nguyen-trai');
  await citizen.fill('whom', 'Phạm Minh Tuấn');
  await citizen.choose('consent', 'no');
  await citizen.press(giving.send);
  await citizen.reads(given.title, given.keep);
  const codes = await codesOn(citizen);
  await citizen.leave();

  await work(stage, 'lanhdao.nguyentrai', (chairman) => hasNoPartIn(chairman, codes));
  await work(stage, 'giamdoc.trungtam', async (director) => {
    await openFeedback(director, codes);
    await director.reads(feedbackDesk.anonymous);
    const choices = await director.page.locator('#agency option').allInnerTexts();
    assert.ok(!choices.some((choice) => choice.includes('Nguyễn Trãi')), choices.join('; '));
    await director.page.locator('#agency').selectOption('ha-giang');
    await director.press(feedbackAct['hand feedback on']);
    await director.reads('Đã xong:');
  });
  await work(stage, 'lanhdao.nguyentrai', (chairman) => hasNoPartIn(chairman, codes));
  await work(stage, 'lanhdao.hagiang', async (leader) => {
    await openFeedback(leader, codes);
    await leader.open(`/can-bo/phan-anh/${codes.code}?viec=tra-loi`);
    await leader.fill('text', 'Chúng tôi xin lỗi ông/bà và đã nhắc nhở người có lỗi.');
    await leader.press(feedbackAct['answer feedback']);
    await leader.reads('Đã xong:');
  });
  await readsAnswer(stage, codes, 'Chúng tôi xin lỗi ông/bà');
}

async function callIsTypedIn(stage: Stage): Promise<void> {
  const officer = await stage.officer('duongday.trungtam', { scripts: true });
  await officer.open('/can-bo/duong-day-nong');
  await officer.choose('kind', 'idea');
  await officer.fill('text', 'Xin mở cửa sáng thứ Bảy.');
  await officer.choose('named', 'yes');
  await officer.fill('name', 'Hoàng Thị Mai');
  await officer.fill('phone', '0912000777');
  await officer.choose('consent', 'yes');
  await officer.press(hotlinePage.send);
  await officer.reads(hotlinePage.done);
  const codes = await codesOn(officer);
  await officer.leave();
  await work(stage, 'giamdoc.trungtam', async (director) => {
    await openFeedback(director, codes);
    await director.reads('Xin mở cửa sáng thứ Bảy.', 'Hoàng Thị Mai', feedbackDesk.hotline);
  });
  await readsAnswer(stage, codes, answering.noAnswer);
}

async function codesOn({ page }: Person): Promise<Codes> {
  return { code: await wordsOf(page.locator('#ma')), secret: await wordsOf(page.locator('#ma-bi-mat')) };
}

async function openFeedback(officer: Person, { code }: Codes): Promise<void> {
  await officer.open('/can-bo/phan-anh');
  while ((await officer.page.getByRole('link', { name: code }).count()) === 0) await officer.follow(vi.site.next);
  await officer.follow(new RegExp(code));
}

/** Not on any page of his list, and his address for it leads nowhere. */
async function hasNoPartIn(officer: Person, { code }: Codes): Promise<void> {
  await officer.open('/can-bo/phan-anh');
  for (;;) {
    await officer.readsNot(code);
    if ((await officer.page.getByRole('link', { name: vi.site.next }).count()) === 0) break;
    await officer.follow(vi.site.next);
  }
  const response = await officer.page.goto(`/can-bo/phan-anh/${code}`);
  assert.equal(response?.status(), 404);
}

async function readsAnswer(stage: Stage, { code, secret }: Codes, answer: string): Promise<void> {
  const citizen = await stage.citizen();
  await citizen.open('/phan-anh/tra-loi');
  await citizen.fill('ma', code);
  await citizen.fill('so', secret);
  await citizen.press(answering.see);
  await citizen.reads(answer);
  await citizen.leave();
}
