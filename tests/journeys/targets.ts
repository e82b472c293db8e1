import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { wordsOf } from '#tests/person.ts';
import type { Stage } from './stage.ts';

const { measure, targetsPage } = vi;

/** What the article counts, as the catalogue in force counts it today. */
const counted = [
  ['Công bố tại Trung tâm và trên trang của thành phố', '100%', '323 / 323', 'trong 20 lĩnh vực', 'Đạt'],
  ['Cắt giảm thời gian giải quyết', '206 / 323', 'trong 10 lĩnh vực', 'Còn'],
  ['Nhận tại Trung tâm, một cửa hoặc liên thông', '310 / 323', 'trong 16 lĩnh vực', 'Còn'],
  ['Liên thông ba cấp', '17', 'trong 2 lĩnh vực'],
  ['Làm trực tuyến ở mức 3 hoặc 4', '310 / 323', 'Đạt'],
  ['Bộ phận Một cửa có số đường dây nóng công khai', '9 / 9', 'Đạt'],
] as const;

const notCounted = [
  'Công bố tại Bộ phận Một cửa phường, xã',
  'Trưởng, phó phòng có trình độ sau đại học',
  'Cán bộ chủ chốt phường, xã có trình độ cao cấp lý luận chính trị',
  'Cơ quan áp dụng ISO 9001',
] as const;

/** Each row has its target, its value and what it was counted from; what cannot be counted yet says so. */
export async function anyoneReadsTargets(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  await citizen.open('/chi-tieu');
  const row = (name: string) => citizen.page.locator('table.goal tr').filter({ hasText: name });
  for (const [name, ...said] of counted) {
    const line = (await wordsOf(row(name))).replaceAll(/\s+/g, ' ');
    for (const one of said) assert.ok(line.includes(one), `${name}: ${line}`);
  }
  for (const name of notCounted) {
    assert.match(await wordsOf(row(name)), new RegExp(targetsPage.noCount));
    assert.equal(await row(name).getByRole('link').count(), 0);
  }

  await citizen.go(() => row('Cắt giảm thời gian giải quyết').getByRole('link').click());
  await citizen.reads(measure['time cut'], '206 / 323', 'Đã tính vào (206)', 'Chưa tính vào (117)');
  await citizen.open('/chi-tieu');
  await citizen.go(() => row('Hài lòng với trách nhiệm').getByRole('link').click());
  await citizen.reads(measure.satisfaction, targetsPage.behind);

  await citizen.open('/chi-tieu');
  const said = await wordsOf(row('Phản ánh về quy định').locator('.val'));
  await citizen.go(() => row('Phản ánh về quy định').getByRole('link').click());
  assert.equal(await citizen.page.locator('main tbody tr').count(), Number(said));
  await citizen.readsNot('Nguồn của đích');
  await citizen.leave();
}
