import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import type { Person } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { receive } from './office.ts';
import type { Stage } from './stage.ts';

const { finding, tracking } = vi;

/** Whoever has the receipt opens the address of its QR code; what was altered behind the application's back is seen, with its place. */
export async function receiptProvesHistory(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const { code, trackAt } = await applyForBirth(citizen);
  const officer = await stage.officer('tiepnhan.nguyentrai');
  await receive(officer, code, [1, 2, 6, 7]);
  await officer.leave();

  const address = await addressOnReceipt(citizen, trackAt);
  await citizen.open(address);
  await citizen.reads(finding.holds, vi.event.submitted, vi.event.received, vi.verifying.printedHere);
  await citizen.readsNot('Nguyễn Thị Lan');

  const [event] = await stage.city.asAdministrator(
    `select e.dossier_id, e.version, e.data from dossier_event e join dossier d using (dossier_id) where d.code = $1 and type = 'received'`,
    [code],
  );
  const alter = (data: unknown) =>
    stage.city.asAdministrator('update dossier_event set data = $3 where dossier_id = $1 and version = $2', [
      event?.dossier_id,
      event?.version,
      JSON.stringify(data),
    ]);
  await alter({ ...Object(event?.data), dueAt: '2018-05-30T10:00:00.000Z' });
  await citizen.open(address);
  await citizen.reads(finding.broken, `bắt đầu từ việc thứ ${event?.version}`, vi.verifying.brokenHere, vi.verifying.whatNow);
  await citizen.follow(vi.verifying.report);
  assert.ok(citizen.page.url().includes(code), citizen.page.url());

  await alter(event?.data);
  await citizen.open(address);
  await citizen.reads(finding.holds);
  await citizen.open(address.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await citizen.reads(finding.rewritten);
  await citizen.leave();
}

/** The head of the chain that is printed on the receipt is the one that its page leads to. */
async function addressOnReceipt(citizen: Person, trackAt: string): Promise<string> {
  await citizen.open(trackAt);
  await citizen.awaits(tracking.markPrinted.replace('{paper}', 'giấy hẹn'));
  const { text } = await citizen.readPdf(/Giấy hẹn/);
  const address = (await citizen.page.getByRole('link', { name: tracking.check }).getAttribute('href')) ?? '';
  const [, head = ''] = /\.([0-9a-f]{64})$/.exec(address) ?? [];
  assert.ok(head !== '' && text.replaceAll(' ', '').includes(head), `${address} is not on the paper: ${text}`);
  return address;
}
