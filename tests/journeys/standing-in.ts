import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import type { Person } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { act, choose, openFromList, receive, shortCode, simply, work } from './office.ts';
import type { Stage } from './stage.ts';

const { delegations, desk, dossierPage } = vi;

const absentName = 'Nông Thị Duyên';
const standInName = 'Đặng Ngọc Anh';

/** An officer goes on leave; her colleague finds what is hers on his own list, does it under his own name, and no longer than he may. */
export async function colleagueStandsIn(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code } = await applyForBirth(citizen, 'Nông Đức Trung');
  await work(stage, 'tiepnhan.nguyentrai', async (officer) => {
    await receive(officer, code, [1, 2, 6, 7]);
    await simply(officer, code, 'hand on dossier');
  });
  const absent = await stage.officer('thuly.nguyentrai');
  await simply(absent, code, 'take dossier');
  const standIn = await stage.officer('thuly.nguyentrai2');
  await standIn.open(`/can-bo/ho-so/${code}`);
  await standIn.reads(dossierPage.noActs);

  await delegates(absent);
  await standIn.open('/can-bo?ds=mine');
  await standIn.reads(shortCode(code), desk.meStandsIn);
  await openFromList(standIn, code);
  await simply(standIn, code, 'draft result');
  await standIn.reads(`${standInName}, ${dossierPage.inPlaceOf.replace('{name}', absentName)}`);
  await absent.open(`/can-bo/ho-so/${code}`);
  await absent.reads(`${standInName}, ${dossierPage.inPlaceOf.replace('{name}', absentName)}`);

  await endsIt(absent);
  await choose(standIn, code, 'hand on dossier');
  await standIn.reads(dossierPage.noActs);
  await choose(absent, code, 'hand on dossier');
  await act(absent, 'hand on dossier');
  for (const one of [absent, standIn, citizen]) await one.leave();
}

async function delegates(absent: Person): Promise<void> {
  await absent.open('/can-bo/uy-quyen');
  await absent.press(delegations.make);
  assert.match(await absent.errorSummary(), new RegExp(delegations.standIn));
  await absent.page.locator('label').filter({ hasText: standInName }).locator('input[name="thay"]').check();
  await absent.fill('tu-ngay', '2/5/2018');
  await absent.fill('den-ngay', '4/5/2018');
  await absent.fill('can-cu', 'Nghỉ phép năm');
  await absent.press(delegations.make);
  await absent.reads(delegations.made, delegations.inForce, standInName, 'Nghỉ phép năm');
}

async function endsIt(absent: Person): Promise<void> {
  await absent.open('/can-bo/uy-quyen');
  await absent.press(new RegExp(`^${delegations.end}`));
  await absent.reads(delegations.ended, delegations.takenBack);
}
