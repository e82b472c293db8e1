import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import type { Person } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { act, choose, openFromList, receive, simply } from './office.ts';
import type { Stage } from './stage.ts';

const { actForm, dossierPage, effect, tracking } = vi;

/** From the counter to the result that lies ready: each finds it on his own list when it is his turn, and not before. */
export async function resultIsMade(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForBirth(citizen, 'Nguyễn Hoàng Bảo Ngọc');
  const officers = await staffOf(stage, 'nguyentrai');
  const { receiver, specialist, leader, clerk } = officers;

  await receive(receiver, code, [1, 2, 6, 7]);
  await isNotOnTheList(specialist, code);
  await simply(receiver, code, 'hand on dossier');
  await isNotOnTheList(receiver, code);

  await openFromList(specialist, code);
  await draft(specialist, code, 'Đăng ký khai sinh cho trẻ Nguyễn Hoàng Bảo Ngọc.');
  await choose(specialist, code, 'hand on dossier');
  await specialist.reads('Hồ sơ sang bước Ký kết quả', effect.nobodyTold);
  await specialist.fill('ghi-chu', 'Trình ký trong ngày.');
  await act(specialist, 'hand on dossier');

  await sendsBack(leader, code);
  await comesBackToWhoHadIt(stage, specialist, code);
  await signs(leader, code);
  await numbers(clerk, code);

  await openFromList(receiver, code);
  await receiver.reads('Kết quả số', 'chuỗi dấu khớp');
  await readsResult(citizen, trackAt);
  for (const officer of Object.values(officers)) await officer.leave();
  await citizen.leave();
}

/** Those through whose hands a ward's dossiers go. */
async function staffOf(stage: Stage, agency: string) {
  return {
    receiver: await stage.officer(`tiepnhan.${agency}`),
    specialist: await stage.officer(`thuly.${agency}`),
    leader: await stage.officer(`lanhdao.${agency}`),
    clerk: await stage.officer(`vanthu.${agency}`),
  };
}

async function isNotOnTheList(officer: Person, code: string): Promise<void> {
  await officer.open(`/can-bo/ho-so/${code}`);
  await officer.reads(dossierPage.noActs);
}

/** The result is made from what was answered. */
async function draft(specialist: Person, code: string, conclusion: string): Promise<void> {
  await choose(specialist, code, 'draft result');
  await specialist.choose('cach-lap', 'from the answers');
  await specialist.fill('ket-luan', conclusion);
  await act(specialist, 'draft result');
  const { text } = await specialist.readPdf(dossierPage.draft);
  for (const said of ['Nguyễn Hoàng Bảo Ngọc', 'Nguyễn Thị Lan', 'Bệnh viện Đa khoa tỉnh Hà Giang'])
    assert.ok(text.toLowerCase().includes(said.toLowerCase()), text);
}

async function sendsBack(leader: Person, code: string): Promise<void> {
  await openFromList(leader, code);
  await leader.reads('Trình ký trong ngày.');
  await choose(leader, code, 'send back dossier');
  await leader.press(vi.actButton['send back dossier']);
  assert.match(await leader.errorBeside('ly-do'), /./);
  await leader.choose('ve-buoc', '2');
  await leader.fill('ly-do', 'Ghi rõ tổ dân phố của người mẹ.');
  await leader.reads(effect.goesBack);
  await act(leader, 'send back dossier');
}

/** His colleagues do not have it: it is his, with the reason. */
async function comesBackToWhoHadIt(stage: Stage, specialist: Person, code: string): Promise<void> {
  await specialist.open('/can-bo?ds=mine');
  await openFromList(specialist, code);
  await specialist.reads('Ghi rõ tổ dân phố của người mẹ.');
  const [task] = await stage.city.asAdministrator(
    'select p.name from task t join dossier d using (dossier_id) join officer p using (officer_id) where d.code = $1 order by no desc limit 1',
    [code],
  );
  assert.equal(task?.name, 'Nông Thị Duyên');
  await draft(specialist, code, 'Đăng ký khai sinh; mẹ ở tổ 5.');
  await simply(specialist, code, 'hand on dossier');
}

async function signs(leader: Person, code: string): Promise<void> {
  await openFromList(leader, code);
  await choose(leader, code, 'sign result');
  await leader.reads('Đăng ký khai sinh; mẹ ở tổ 5.', actForm.signThis);
  await act(leader, 'sign result');
  await simply(leader, code, 'hand on dossier');
}

async function numbers(clerk: Person, code: string): Promise<void> {
  await openFromList(clerk, code);
  await choose(clerk, code, 'number result');
  await clerk.reads(actForm.numberIt);
  await act(clerk, 'number result');
  await simply(clerk, code, 'hand on dossier');
}

/** The demo's certificate is set: the page says that it is signed. */
async function readsResult(citizen: Person, trackAt: string): Promise<void> {
  await citizen.open(trackAt);
  await citizen.reads(tracking.readyAt, tracking.doResult);
  const { text } = await citizen.readPdf(new RegExp(tracking.doResult.replaceAll(/[()]/g, '.')));
  for (const said of ['KHAI SINH', 'Nguyễn Hoàng Bảo Ngọc', 'Nguyễn Thị Lan'])
    assert.ok(text.toLowerCase().includes(said.toLowerCase()), text);
  assert.match(text, /Số: *\d+/);
}
