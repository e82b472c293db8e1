import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from '#lib/words/vi.ts';
import { sideways } from '#tests/page-checks.ts';
import type { Person } from '#tests/person.ts';
import { standInFont } from '#tests/stand-in-font.ts';
import { applicant, child, tell } from './applying.ts';
import { type Stage, signIn } from './stage.ts';

type Take = (name: string) => Promise<void>;

/**
 * The pages by which the product is known, at the width of a small telephone and of a desk: none scrolls sideways.
 * With `UPDATE_PICTURES=1` the pictures are put into `docs/pictures`.
 */
export async function pagesHavePictures(stage: Stage): Promise<void> {
  const isKept = process.env.UPDATE_PICTURES === '1';
  const folder = isKept ? path.join(import.meta.dirname, '../../docs/pictures') : mkdtempSync(path.join(tmpdir(), 'motcua-pictures-'));
  mkdirSync(folder, { recursive: true });
  try {
    const somebody = await stage.photographer();
    const take = (name: string) => photograph(somebody, path.join(folder, name));
    await citizensPages(stage, somebody, take);
    await officersPages(stage, somebody, take);
    await somebody.leave();
  } finally {
    if (!isKept) rmSync(folder, { recursive: true });
  }
}

async function citizensPages(stage: Stage, citizen: Person, take: Take): Promise<void> {
  await citizen.open('/');
  await take('home');
  await citizen.open('/thu-tuc/HG-125');
  await take('procedure');
  await citizen.open('/nop-ho-so/HGX-001');
  await citizen.choose('receiver', 'nguyen-trai');
  await citizen.press(vi.application.begin);
  await tell(citizen, applicant('lan@vidu.example'));
  await citizen.press(vi.application.next);
  await tell(citizen, child('Nguyễn Hoàng Minh Anh'));
  await citizen.fillDate('child-born-on', '31 4 2018');
  await citizen.press(vi.application.next);
  await take('application');
  await citizen.open(await someDossier(stage));
  await take('tracking');
  await citizen.open('/chi-tieu');
  await take('targets');
}

/** One on its way that has waited for its applicant; its address is the one in the letter that he got. */
async function someDossier({ city }: Stage): Promise<string> {
  const [letter] = await city.asAdministrator(
    `select m.body from message m join dossier d using (dossier_id)
      where d.state = 'in progress' and d.demo and d.procedure_id = 'HG-125' order by jsonb_array_length(d.standing -> 'waits') desc, d.code, m.version limit 1`,
    [],
  );
  const address = /https?:\S+\/ho-so\/\S+/.exec(String(letter?.body))?.[0] ?? assert.fail(`no address in: ${letter?.body}`);
  return new URL(address).pathname;
}

async function officersPages(stage: Stage, officer: Person, take: Take): Promise<void> {
  await signIn(officer, stage.city, 'tiepnhan.trungtam');
  await officer.open('/can-bo');
  await take('work-list');
  const [waiting] = await stage.city.asAdministrator(
    `select d.code from dossier d join task t using (dossier_id)
      where d.state = 'submitted' and d.demo and t.done_at is null and t.agency_id = 'trung-tam' order by d.code limit 1`,
    [],
  );
  await officer.open(`/can-bo/ho-so/${waiting?.code}?viec=bo-sung&thieu=2`);
  await officer.fill('vi-sao-2', 'Bản chụp mờ, chưa đọc được ngày cấp');
  await officer.press(vi.dossierPage.seePaper);
  await take('dossier');

  await officer.open('/can-bo/tiep-nhan?thu-tuc=HG-125');
  await officer.fill('applicant-identity', '002190000123');
  await officer.fill('applicant-name', 'Nguyễn Thị Lan');
  await officer.fill('applicant-address', 'Tổ 5, phường Nguyễn Trãi');
  await officer.page.locator('.counter-paper').getByText('Nguyễn Thị Lan').first().waitFor();
  await officer.page.locator('#applicant-address').blur();
  await take('counter');

  await signIn(await leavesHisDesk(officer), stage.city, 'giamdoc.trungtam');
  await officer.open('/truc-tiep');
  await take('director');
}

async function leavesHisDesk(officer: Person): Promise<Person> {
  await officer.page.context().clearCookies();
  return officer;
}

/** As tall as its content, so that what keeps to the lower edge stands at its end. */
async function photograph({ page }: Person, file: string): Promise<void> {
  await page.addStyleTag({ content: standInFont });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => document.fonts.ready);
    assert.deepEqual(await sideways(page), [], `${page.url()} at ${width} px`);
    const height = await page.evaluate(() => document.body.scrollHeight);
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${file}-${width}.png`, fullPage: true });
  }
}
