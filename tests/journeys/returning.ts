import assert from 'node:assert/strict';
import { masked } from '#domain/dossier/told.ts';
import { vi } from '#lib/words/vi.ts';
import { applyForBirth, type HandedIn } from './applying.ts';
import { act, choose, doInTurn, openFromList, simply, tick, work } from './office.ts';
import type { Stage } from './stage.ts';

const { effect, outbox } = vi;

/** The citizen is told by mail of all that concerns him, and each act says before whom it tells. */
export async function citizenIsTold(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const handedIn = await applyForBirth(citizen);
  const { code, email, trackAt } = handedIn;
  const willTell = effect.mail.replace('{address}', masked(email));
  const first = await stage.city.letter(email, /Đã nhận đơn nộp trực tuyến/);
  assert.ok(first.text.includes(code) && first.text.includes(trackAt), first.text);

  await work(stage, 'tiepnhan.nguyentrai', async (officer) => {
    await choose(officer, code, 'receive dossier');
    await officer.reads(willTell);
    await tick(officer, [1, 2, 6, 7]);
    await act(officer, 'receive dossier');
    await choose(officer, code, 'hand on dossier');
    await officer.reads(effect.nobodyTold);
    await act(officer, 'hand on dossier');
  });
  assert.match((await stage.city.letter(email, /Đã tiếp nhận/)).text, /Hẹn trả kết quả lúc 17 giờ 30/);

  await work(stage, 'thuly.nguyentrai', (officer) => doInTurn(officer, code, ['draft result', 'hand on dossier']));
  await work(stage, 'lanhdao.nguyentrai', (officer) => doInTurn(officer, code, ['sign result', 'hand on dossier']));
  await work(stage, 'vanthu.nguyentrai', async (officer) => {
    await simply(officer, code, 'number result');
    await choose(officer, code, 'hand on dossier');
    await officer.reads(willTell);
    await act(officer, 'hand on dossier');
  });
  assert.match((await stage.city.letter(email, /Đã có kết quả/)).text, /Ủy ban nhân dân phường Nguyễn Trãi/);

  await work(stage, 'tiepnhan.nguyentrai', async (officer) => {
    await openFromList(officer, code);
    await choose(officer, code, 'return result');
    assert.equal(await officer.valueOf('nguoi-nhan'), 'Nguyễn Thị Lan');
    await officer.reads(willTell, effect.clockEnded);
    await act(officer, 'return result');
  });
  assert.match((await stage.city.letter(email, /Đã trả kết quả/)).text, /\/danh-gia\//);
  await citizen.open(trackAt);
  await citizen.reads(vi.tracking.returnedAt, vi.outcome.early);
  await citizen.leave();

  assert.deepEqual(
    stage.city.lettersTo(email).map(({ subject }) => subject.slice(0, subject.indexOf(':'))),
    ['Đã nhận đơn nộp trực tuyến', 'Đã tiếp nhận', 'Đã có kết quả', 'Đã trả kết quả'],
  );
  await administratorReadsWhatWasSent(stage, handedIn);
}

async function administratorReadsWhatWasSent(stage: Stage, { code, email }: HandedIn): Promise<void> {
  const administrator = await stage.officer('quantri.vanphong');
  await administrator.open('/quan-tri/hop-thu');
  const lines = administrator.page.locator('table.work tr').filter({ hasText: code });
  assert.equal(await lines.count(), 4);
  await administrator.go(() => lines.first().getByRole('link').click());
  await administrator.reads(
    outbox.messageTitle.replace('{code}', code),
    email,
    vi.messageState.sent,
    'Kết quả đã được trả lúc',
    outbox.readLogged,
  );
  await administrator.leave();
}
