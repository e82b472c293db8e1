import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { branchedCatalogue } from '#tests/branched-business.ts';
import { applyForBusiness } from './applying.ts';
import { act, choose, openFromList, receive, simply } from './office.ts';
import type { Stage } from './stage.ts';

const { actForm, dossierPage, effect, event, tracking } = vi;

const appraise = 'Thẩm tra tên, ngành nghề, lập dự thảo';
const sign = 'Ký Giấy chứng nhận';
const tax = 'Xem xét nghĩa vụ thuế của các thành viên';

/**
 * Of several founders two agencies see to it at once; the counter records the message that one waits for, the other waits for its time.
 * It comes while nothing runs: who starts it the next day finds the dossier where the way goes on.
 */
export async function agenciesWorkAtOnce(stage: Stage): Promise<void> {
  assert.match(await stage.city.bring(await branchedCatalogue()), /3 of them new/);
  const citizen = await stage.citizen();
  // Another process brought it: the one that serves looks every ten seconds.
  await citizen.open('/thu-tuc/HG-125');
  await citizen.awaits('Hai nơi cùng làm');
  const { code, trackAt } = await applyForBusiness(citizen, 'group');
  const receiver = await stage.officer('tiepnhan.trungtam');
  await receive(receiver, code, [1, 2]);
  await choose(receiver, code, 'hand on dossier');
  await receiver.reads(effect.goesTo.replace('{step}', appraise).replace('{agency}', 'Phòng Tài chính - Kế hoạch'));
  await act(receiver, 'hand on dossier');
  await citizen.open(trackAt);
  await citizen.reads(appraise, tracking.besideAt.replace('{agency}', 'Chi cục Thuế thành phố').replace('{step}', tax));

  const specialist = await stage.officer('thuly.taichinh2');
  await openFromList(specialist, code);
  await specialist.reads(dossierPage.besideOpen.replace('{count}', '2'), tax);
  const taxHead = await stage.officer('truongphong.chicucthue');
  await openFromList(taxHead, code);
  await choose(taxHead, code, 'hand on dossier');
  await taxHead.reads(effect.waitsFor.replace('{what}', 'Chi cục Thuế gửi mã số thuế'));
  await act(taxHead, 'hand on dossier');
  await simply(specialist, code, 'draft result');
  await choose(specialist, code, 'hand on dossier');
  await specialist.reads(effect.waitsFor.replace('{what}', 'Niêm yết tên một ngày'));
  await act(specialist, 'hand on dossier');

  await citizen.open(trackAt);
  await citizen.reads(tracking.awaited, 'Niêm yết tên một ngày, đến thứ Năm 03/5');
  await taxHead.open(`/can-bo/ho-so/${code}`);
  await taxHead.readsNot(dossierPage.noActsClosed);
  await choose(receiver, code, 'record message');
  await receiver.reads(actForm.whichMessage);
  await act(receiver, 'record message');
  await receiver.reads('chuỗi dấu khớp');

  // What was seen so far is looked through while the program that styles it still runs.
  assert.deepEqual(await stage.findings(), []);
  await stage.city.goOnAt('2018-05-03T14:00+07:00');
  await citizen.open(trackAt);
  await citizen.awaits(sign);
  const head = await stage.officer('truongphong.taichinh');
  await openFromList(head, code);
  await head.reads(event['timer fired'], 'chuỗi dấu khớp');
  for (const one of [citizen, receiver, specialist, taxHead, head]) await one.leave();
}
