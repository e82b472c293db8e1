import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { vi } from '#lib/words/vi.ts';
import { type OwnFile, type Person, wordsOf } from '#tests/person.ts';
import { applicant, applyForBirth, child, type HandedIn, mother, newAddress, readHandedIn, tell } from './applying.ts';
import { disguised, photograph, scan } from './files.ts';
import { act, choose, openFromList, receive, simply } from './office.ts';
import type { Stage } from './stage.ts';

type Files = { readonly certificate: OwnFile; readonly proxy: OwnFile };

const { application, lookUp, procedure, supplementing, tracking, withdrawing } = vi;

/** From the home page to the dossier's own page, and what can be done there; he needs neither account nor scripts. */
export async function citizenAppliesAndFollows(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  await findsProcedure(citizen);
  const files = { certificate: await photograph(stage.browser, 'giay-chung-sinh'), proxy: await scan('uy-quyen', 2) };
  const handedIn = await applies(stage, citizen, files);
  await readsWhatHeHandedIn(citizen, Object.values(files));
  await looksUp(stage, handedIn);
  await supplements(stage, handedIn);
  await readsWhyItIsDue(stage, handedIn);
  await withdraws(stage);
}

async function findsProcedure(citizen: Person): Promise<void> {
  await citizen.open('/');
  await citizen.fill('q', 'dang ky khai sinh');
  await citizen.press(/Tìm/);
  assert.equal(
    await wordsOf(citizen.page.locator('main h3, main h2, main .found a').filter({ hasText: 'Đăng ký' }).first()),
    'Đăng ký khai sinh',
  );
  await citizen.follow('Đăng ký khai sinh');
  await citizen.reads(
    procedure.canTitle,
    procedure.needTitle,
    'Giấy chứng sinh',
    procedure.longTitle,
    'Trong ngày',
    procedure.muchTitle,
    'Không mất tiền',
    procedure.howTitle,
    'Nguyễn Trãi',
    procedure.getTitle,
    'Giấy khai sinh',
    procedure.stepsTitle,
    procedure.lawTitle,
    'Luật Hộ tịch 2014',
  );
  await citizen.follow(procedure.apply);
}

/** Page by page, with an error and a wrong file on the way, and from another machine after a pause. */
async function applies(stage: Stage, citizen: Person, files: Files): Promise<HandedIn> {
  await citizen.press(application.begin);
  assert.match(await citizen.errorBeside('receiver'), /./);
  await citizen.choose('receiver', 'nguyen-trai');
  await citizen.press(application.begin);

  const email = newAddress();
  await tell(citizen, applicant(email));
  await citizen.press(application.next);
  await tell(citizen, child('Nguyễn Hoàng Minh Anh'));
  await citizen.fillDate('child-born-on', '31 4 2018');
  await citizen.press(application.next);
  assert.match(await citizen.errorBeside('child-born-on'), /Tháng 4 chỉ có 30 ngày/);
  assert.match(await citizen.errorSummary(), /tháng 4 chỉ có 30 ngày/);
  assert.equal(await citizen.valueOf('child-name'), 'Nguyễn Hoàng Minh Anh');
  assert.equal(await citizen.valueOf('child-born-on'), '31');
  await citizen.fillDate('child-born-on', '27 4 2018');
  await citizen.press(application.next);

  await tell(citizen, mother);
  await citizen.press(application.later);
  await citizen.reads(application.saved);
  const link = await wordsOf(citizen.page.locator('main a.link'));
  const elsewhere = await stage.citizen();
  await elsewhere.open(link);
  const handedIn = await goesOn(elsewhere, email, files);
  await elsewhere.leave();
  await citizen.open(link);
  return handedIn;
}

async function goesOn(elsewhere: Person, email: string, { certificate, proxy }: Files): Promise<HandedIn> {
  await elsewhere.follow(application.goOn);
  await elsewhere.choose('father-stated', 'no');
  await elsewhere.press(application.next);

  await elsewhere.press(application.next);
  assert.match(await elsewhere.errorBeside('paper-2'), /./);
  await elsewhere.send('paper-2', disguised);
  assert.match(await elsewhere.errorBeside('paper-2'), /anh\.jpg/);
  assert.match(await elsewhere.errorSummary(), /anh\.jpg/);
  await elsewhere.send('paper-2', certificate);
  await elsewhere.send('paper-5', proxy);
  await elsewhere.reads('giay-chung-sinh.jpg', '1 trang', 'uy-quyen.pdf', '2 trang');
  await elsewhere.press(application.next);

  await elsewhere.reads('Nguyễn Hoàng Minh Anh', '27/4/2018', 'Nguyễn Thị Lan', 'giay-chung-sinh.jpg', 'uy-quyen.pdf', email);
  await elsewhere.press(application.submit);
  return readHandedIn(elsewhere, email);
}

/** Handed in, the draft's own link leads to what was handed out. The list on paper names each file with pages, size and digest. */
async function readsWhatHeHandedIn(citizen: Person, files: readonly OwnFile[]): Promise<void> {
  await citizen.reads(application.done);
  const { text } = await citizen.readPdf(application.donePaper);
  for (const said of ['Nguyễn Thị Lan', 'Đăng ký khai sinh']) assert.ok(text.includes(said), text);
  for (const { name, buffer } of files) {
    assert.ok(text.includes(name), text);
    assert.ok(text.replaceAll(' ', '').includes(createHash('sha256').update(buffer).digest('hex')), text);
  }
}

/** With code and secret, and with nothing that tells which of the two was wrong. */
async function looksUp(stage: Stage, { code, secret }: HandedIn): Promise<void> {
  const citizen = await stage.citizen();
  await citizen.open('/tra-cuu');
  await citizen.fill('ma', code);
  await citizen.fill('so', '2222-2222-2222');
  await citizen.press(lookUp.see);
  assert.match(await citizen.errorSummary(), new RegExp(lookUp.wrong));

  await citizen.open('/');
  await citizen.fill('ma', code);
  await citizen.fill('so', secret.toLowerCase());
  await citizen.press(lookUp.see);
  await citizen.reads(
    code,
    tracking.at,
    'Phường Nguyễn Trãi',
    'trong hàng chờ chung',
    tracking.answerDue,
    tracking.answerNext,
    tracking.nothing,
    'giay-chung-sinh.jpg',
  );
  await citizen.leave();
}

async function supplements(stage: Stage, { code, trackAt, email }: HandedIn): Promise<void> {
  const officer = await stage.officer('tiepnhan.nguyentrai');
  await openFromList(officer, code);
  await simply(officer, code, 'take dossier');
  await choose(officer, code, 'request supplement');
  await officer.page.locator('input[name="thieu"][value="2"]').check();
  await officer.fill('vi-sao-2', 'Ảnh mờ, không đọc được số');
  await officer.fill('thieu-khac', 'Giấy tờ về nơi cư trú');
  await act(officer, 'request supplement');
  await officer.leave();

  const citizen = await stage.citizen();
  const letter = await stage.city.letter(email, /bổ sung/i);
  assert.match(letter.text, /Ảnh mờ, không đọc được số/);
  await citizen.open(linkIn(letter.text));
  await citizen.reads(tracking.withYou, 'Ảnh mờ, không đọc được số', 'Giấy tờ về nơi cư trú', tracking.clockNotBegun);
  await citizen.follow(tracking.doSupplement);
  await citizen.press(supplementing.send);
  await citizen.reads(supplementing.empty);
  await citizen.send('paper-2', await photograph(stage.browser, 'giay-chung-sinh-ro'));
  await citizen.fill('note', 'Sổ hộ khẩu tôi sẽ mang đến.');
  await citizen.press(supplementing.send);
  await citizen.reads('Đã gửi bổ sung.', 'giay-chung-sinh-ro.jpg', tracking.nothing);
  assert.match(citizen.page.url(), new RegExp(new URL(trackAt, stage.city.url).pathname));
  await citizen.leave();
}

async function readsWhyItIsDue(stage: Stage, { code, trackAt }: HandedIn): Promise<void> {
  const officer = await stage.officer('tiepnhan.nguyentrai');
  await openFromList(officer, code);
  await officer.reads('Sổ hộ khẩu tôi sẽ mang đến.');
  await choose(officer, code, 'receive dossier');
  for (const no of [1, 2, 6, 7]) await officer.page.locator(`input[name="dat"][value="${no}"]`).check();
  await act(officer, 'receive dossier');
  await officer.leave();

  const citizen = await stage.citizen();
  await citizen.open(trackAt);
  await citizen.reads(tracking.due, '02/5', /Vì sao hẹn/, /Nhận chậm nhất .* thì trả trong ngày/, tracking.past, tracking.waitedFor);
  await citizen.leave();
}

/** At once while nobody has received it; by asking afterwards. */
async function withdraws(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForBirth(citizen);
  await citizen.open(trackAt);
  await citizen.follow(new RegExp(tracking.doWithdraw));
  await citizen.reads(withdrawing.leadOnce, withdrawing.effectStop);
  await citizen.fill('reason', 'Tôi sẽ nộp ở xã khác.');
  await citizen.press(withdrawing.doOnce);
  await citizen.reads(tracking.withdrawalDone, tracking.withdrawnAt);

  const officer = await stage.officer('tiepnhan.nguyentrai');
  await officer.open(`/can-bo/ho-so/${code}`);
  await officer.reads('Tôi sẽ nộp ở xã khác.', vi.dossierPage.noActsClosed);

  const another = await applyForBirth(citizen);
  await receive(officer, another.code, [1, 2, 6, 7]);
  await citizen.open(`${another.trackAt}/rut`);
  await citizen.press(withdrawing.doAsk);
  await citizen.reads(tracking.withdrawAsked);
  await choose(officer, another.code, 'answer withdrawal');
  await officer.choose('dong-y', 'yes');
  await act(officer, 'answer withdrawal');
  await citizen.open(another.trackAt);
  await citizen.reads(tracking.withdrawnAt);
  await officer.leave();
  await citizen.leave();
}

function linkIn(text: string): string {
  return /https?:\/\/[^\s),]+\/ho-so\/[^\s),]+/.exec(text)?.[0] ?? assert.fail(`no link in: ${text}`);
}
