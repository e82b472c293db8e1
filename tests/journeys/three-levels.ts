import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { type Person, wordsOf } from '#tests/person.ts';
import { applyForAllowance } from './applying.ts';
import { earlyShares, figuresOf } from './director.ts';
import { choose, doInTurn, receive, simply, work } from './office.ts';
import type { Stage } from './stage.ts';

const { dossierPage, effect, tracking } = vi;

/** Who takes part, as citizen and leaders read it. */
const agencies = ['Xã Phương Độ', 'Phòng Lao động - Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội'] as const;

/** Commune, city, province and back: each with officers, share and due time of its own, in one timeline. */
export async function threeLevelsSettle(stage: Stage): Promise<void> {
  const director = await stage.officer('giamdoc.trungtam');
  const before = await figuresOf(director);
  const sharesBefore = await earlyShares(director, agencies);

  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForAllowance(citizen);
  await work(stage, 'tiepnhan.phuongdo', async (officer) => {
    await receive(officer, code, [1, 2, 3]);
    await simply(officer, code, 'hand on dossier');
  });
  await readsOneWay(citizen, trackAt);

  await work(stage, 'thuly.phuongdo', (officer) => doInTurn(officer, code, ['hand on dossier']));
  await work(stage, 'lanhdao.phuongdo', async (officer) => {
    await choose(officer, code, 'hand on dossier');
    await officer.reads('Phòng Lao động - Thương binh và Xã hội', effect.clockRuns);
    await doInTurn(officer, code, ['hand on dossier']);
  });
  await holdsNow(citizen, trackAt, 'Phòng Lao động - Thương binh và Xã hội');
  await work(stage, 'thuly.laodong', (officer) => doInTurn(officer, code, ['hand on dossier']));
  await work(stage, 'truongphong.laodong', (officer) => doInTurn(officer, code, ['hand on dossier']));
  await holdsNow(citizen, trackAt, 'Sở Lao động - Thương binh và Xã hội');
  await work(stage, 'thuly.solaodong', (officer) => doInTurn(officer, code, ['draft result', 'hand on dossier']));
  await work(stage, 'truongphong.solaodong', (officer) => doInTurn(officer, code, ['hand on dossier']));
  await work(stage, 'lanhdao.solaodong', (officer) => doInTurn(officer, code, ['sign result', 'hand on dossier']));
  await work(stage, 'vanthu.solaodong', (officer) => doInTurn(officer, code, ['number result', 'hand on dossier']));
  await work(stage, 'tiepnhan.phuongdo', (officer) => doInTurn(officer, code, ['return result']));

  await citizen.open(trackAt);
  await citizen.reads(tracking.returnedAt, vi.outcome.early, tracking.shares, ...agencies);
  await leaderReadsTheSame(stage, code);
  const after = await figuresOf(director);
  assert.equal(after.received, before.received + 1);
  assert.equal(after.early, before.early + 1);
  assert.equal(after.returned, before.returned + 1);
  assert.deepEqual(
    await earlyShares(director, agencies),
    sharesBefore.map((count) => count + 1),
  );
  await director.leave();
  await citizen.leave();
}

/** 22 working days, day by day; the three levels on the way that lies before it, drawn too. */
async function readsOneWay(citizen: Person, trackAt: string): Promise<void> {
  await citizen.open(trackAt);
  await citizen.reads(
    'Xã Phương Độ',
    'Luật cho 25 ngày làm việc, thành phố hứa 22 ngày làm việc',
    '22 ngày làm việc: 03–04, 07–11',
    vi.due.weekend,
    `2. Xác nhận bản khai, Xã Phương Độ: ${vi.wayMark.now}`,
    `6. Thẩm định, Sở Lao động - Thương binh và Xã hội: ${vi.diagram.ahead}`,
  );
}

async function holdsNow(citizen: Person, trackAt: string, agency: string): Promise<void> {
  await citizen.open(trackAt);
  const place = await wordsOf(citizen.page.locator('section.place .big').first());
  assert.match(place, new RegExp(agency));
}

async function leaderReadsTheSame(stage: Stage, code: string): Promise<void> {
  await work(stage, 'lanhdao.phuongdo', async (leader) => {
    await leader.open(`/can-bo/ho-so/${code}`);
    await leader.reads(
      dossierPage.shares,
      ...agencies,
      vi.event.received,
      vi.event.returned,
      'chuỗi dấu khớp',
      `Trả kết quả tại nơi tiếp nhận, Xã Phương Độ: ${vi.wayMark.done}`,
    );
  });
}
