import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import { vi } from '#lib/words/vi.ts';
import { slugOf } from '#routes/(office)/can-bo/ho-so/[code]/act-slugs.ts';
import type { Person } from '#tests/person.ts';
import type { Stage } from './stage.ts';

const { actButton } = vi;

/** Finds the dossier on his own list, as his turn brings it there, and opens it. */
export async function openFromList(officer: Person, code: string): Promise<void> {
  await officer.open('/can-bo');
  await turnTo(officer, code);
  await officer.go(() =>
    officer.page
      .locator('table.work')
      .getByRole('link', { name: shortCode(code), exact: true })
      .click(),
  );
}

/** Opens the form of an act of the dossier. */
export async function choose(officer: Person, code: string, act: OfficerAct): Promise<void> {
  await officer.open(`/can-bo/ho-so/${code}?viec=${slugOf[act]}`);
}

/** Does what the form that is open is for; the page then says that it is done. */
export async function act(officer: Person, what: OfficerAct): Promise<void> {
  await officer.press(actButton[what]);
  await officer.reads('Đã ghi:');
}

/** An act that has nothing to be filled in. */
export async function simply(officer: Person, code: string, what: OfficerAct): Promise<void> {
  await choose(officer, code, what);
  await act(officer, what);
}

/** Checks off papers, receives, and hands on to who appraises. */
export async function receive(officer: Person, code: string, papers: readonly number[]): Promise<void> {
  await openFromList(officer, code);
  await choose(officer, code, 'receive dossier');
  await tick(officer, papers);
  await act(officer, 'receive dossier');
}

/** Papers in order, by their numbers. */
export async function tick(officer: Person, papers: readonly number[]): Promise<void> {
  for (const no of papers) await officer.page.locator(`input[name="dat"][value="${no}"]`).check();
}

/** A list has pages; the dossier is on one of them. */
async function turnTo(officer: Person, code: string): Promise<void> {
  const wanted = officer.page.locator('table.work').getByRole('link', { name: shortCode(code), exact: true });
  while ((await wanted.count()) === 0) await officer.follow(vi.site.next);
}

/** As lists show it, without the agency's number. */
export function shortCode(code: string): string {
  return code.slice(code.indexOf('-') + 1);
}

/** A birth from the counter to the result that lies ready: received, appraised, signed, numbered. */
export async function settleBirth(stage: Stage, code: string): Promise<void> {
  await work(stage, 'tiepnhan.nguyentrai', async (officer) => {
    await receive(officer, code, [1, 2, 6, 7]);
    await simply(officer, code, 'hand on dossier');
  });
  await work(stage, 'thuly.nguyentrai', (officer) => doInTurn(officer, code, ['draft result', 'hand on dossier']));
  await work(stage, 'lanhdao.nguyentrai', (officer) => doInTurn(officer, code, ['sign result', 'hand on dossier']));
  await work(stage, 'vanthu.nguyentrai', (officer) => doInTurn(officer, code, ['number result', 'hand on dossier']));
}

/** Opens the dossier from his list and does these acts, as their forms stand. */
export async function doInTurn(officer: Person, code: string, acts: readonly OfficerAct[]): Promise<void> {
  await openFromList(officer, code);
  for (const one of acts) await simply(officer, code, one);
}

/** Signs in, works, and leaves. */
export async function work(stage: Stage, username: string, doing: (officer: Person) => Promise<void>): Promise<void> {
  const officer = await stage.officer(username);
  await doing(officer);
  await officer.leave();
}
