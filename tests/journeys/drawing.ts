import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { wordsFor } from '#lib/words/words.ts';
import { type Person, wordsOf } from '#tests/person.ts';
import { act, choose, work } from './office.ts';
import type { Stage } from './stage.ts';

const { actButton, actForm, control, editor, trial } = vi;
const said = wordsFor('vi');

const procedure = '/quan-tri/thu-tuc/HG-188';
const ground = 'Quyết định số 1/QĐ-UBND ngày 02/5/2018';

/**
 * The officer who controls procedures writes a workflow in a table beside its drawing: what is wrong is told and marked as he types.
 * He mends it, tries it, publishes it; a head moves an open dossier to it; then anyone sees its drawing. Without scripts the same table works.
 */
export async function workflowIsDrawn(stage: Stage): Promise<void> {
  const officer = await stage.officer('kiemsoat.vanphong', { scripts: true });
  await findProcedure(officer);
  await writeWithDrawing(officer);
  await compare(officer);
  await tryIt(officer);
  await publish(officer);
  await officer.leave();

  await moveOpenDossier(stage);

  const plain = await stage.officer('kiemsoat.vanphong');
  await writeInTable(plain);
  await bringFiles(plain);
  await plain.leave();

  const citizen = await stage.citizen();
  await citizen.open('/thu-tuc/HG-188');
  await citizen.reads('Xác minh tại trụ sở', ground);
  assert.equal(await citizen.page.locator('svg[role="img"] .sign').count(), 2);
  await citizen.leave();
}

async function findProcedure(officer: Person): Promise<void> {
  await officer.open('/quan-tri/thu-tuc?q=mam+non+ban+cong');
  await officer.reads(control.title, 'Chuyển đổi cơ sở giáo dục mầm non bán công sang cơ sở giáo dục mầm non công lập');
  await officer.open(procedure);
  await officer.reads(control.versions, said.control.versionNo({ version: 1 }), control.noActs);
  const xml = Buffer.from(await officer.download(`${procedure}/tai?ban=1`)).toString();
  assert.match(xml, /<bpmndi:BPMNShape/);
  await officer.follow(control.edit);
}

async function writeWithDrawing(officer: Person): Promise<void> {
  const { page } = officer;
  await page.locator('.board .djs-element').first().waitFor();
  await officer.reads(editor.noProblems);

  await officer.fill('share:step_2', '55');
  await page.getByText(said.problem['shares-not-100']({ sum: '90' })).waitFor();
  await page.getByRole('button', { name: said.editor.insertAfter({ name: 'Thẩm định hồ sơ, dự thảo kết quả' }) }).click();
  await officer.fill('name:task_1', 'Xác minh tại trụ sở');
  await page.locator('.board .djs-element[data-element-id="task_1"].sign-wrong').waitFor();
  await page.locator('[id="kind:task_1"]').selectOption('check');
  await page.locator('[id="agency:task_1"]').selectOption('phong-giao-duc');
  await officer.fill('share:task_1', '10');
  await page.getByText(editor.noProblems).waitFor();
  assert.equal(await page.locator('.board .sign-wrong').count(), 0);

  await removeFlow(officer);
  await officer.press(editor.save);
  await officer.reads(editor.saved, editor.noProblems);
}

/** Takes an arrow away in the drawing, sees where it leads, and takes that back. */
async function removeFlow({ page }: Person): Promise<void> {
  await page.locator('.board[aria-busy="false"]').waitFor();
  await page.locator('.board .djs-element[data-element-id="flow_1"] .djs-hit').first().click({ force: true });
  await page.locator('.djs-context-pad [title="Xóa"]').click();
  await page
    .getByText(said.editor.problems({ count: 1 }).slice(0, 4))
    .first()
    .waitFor();
  await page.locator('.problems li').first().waitFor();
  await page.getByRole('button', { name: vi.board.undo }).click();
  await page.getByText(editor.noProblems).waitFor();
}

async function compare(officer: Person): Promise<void> {
  await officer.open(`${procedure}/so-sanh?tu=1&den=nhap`);
  await officer.reads('Xác minh tại trụ sở', 'tỷ lệ %: 65', 'tỷ lệ %: 55');
}

/** Seven steps until the dossier is through: the first, those between by the address that they lead to, and the last. */
async function tryIt(officer: Person): Promise<void> {
  await officer.open(`${procedure}/chay-thu`);
  await officer.reads(trial.nothingGone);
  await officer.follow(new RegExp(`^${trial.done} `));
  const steps = ['step_1', 'step_2', 'task_1', 'step_3', 'step_4', 'step_5'];
  await officer.open(`${procedure}/chay-thu?${steps.map((step) => `di=${step}`).join('&')}`);
  await officer.follow(new RegExp(`^${trial.done} `));
  await officer.reads(/Hồ sơ đã đi hết quy trình/, trial.inTime);
  await officer.follow(trial.back);
  await officer.readsNot(/Hồ sơ đã đi hết quy trình/);
}

async function publish(officer: Person): Promise<void> {
  await officer.open(`${procedure}/ban-hanh`);
  await officer.reads('Xác minh tại trụ sở');
  await officer.press(control.publishAct);
  await officer.reads(control.groundMissing);
  await officer.fill('ground', ground);
  await officer.press(control.publishAct);
  await officer.reads(said.control.published({ version: 2 }), said.control.versionNo({ version: 2 }));
}

/** One that was begun on the first version stays on it until a head moves it, and says why. */
async function moveOpenDossier(stage: Stage): Promise<void> {
  const [open] = await stage.city.asAdministrator(
    `select code from dossier where procedure_id = 'HG-188' and state = 'in progress' order by code limit 1`,
    [],
  );
  const code = String(open?.code);
  await work(stage, 'truongphong.giaoduc', async (head) => {
    await choose(head, code, 'move to version');
    await head.readsNot('Xác minh tại trụ sở');
    await head.reads(said.actForm.moveIt({ from: 1, to: 2 }), actForm.moveStep.slice(0, actForm.moveStep.indexOf('{')));
    await head.press(actButton['move to version']);
    await head.reads(actForm.moveReason);
    await head.fill('ly-do', 'Quy trình mới có bước xác minh tại trụ sở');
    await act(head, 'move to version');
    await head.reads('Xác minh tại trụ sở', 'chuỗi dấu khớp');
  });
}

async function writeInTable(officer: Person): Promise<void> {
  await officer.open(`${procedure}/soan`);
  await officer.reads(editor.noDrawing);
  await officer.press(said.editor.insertAfter({ name: 'Xác minh tại trụ sở' }));
  await officer.reads(editor.saved, said.problem['task-untold']({ place: editor.newStep, reason: vi.untold['kind-missing'] }));
  await officer.press(said.editor.removeNamed({ name: editor.newStep }));
  await officer.reads(editor.noProblems);
}

async function bringFiles(officer: Person): Promise<void> {
  const xml = Buffer.from(await officer.download(`${procedure}/tai`)).toString();
  const file = (text: string) => ({ name: 'quy-trinh.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });
  const bring = async (text: string) => {
    await officer.open(procedure);
    await officer.page.locator('#file').setInputFiles(file(text));
    await officer.press(control.importAct);
  };
  await bring(xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'));
  await officer.reads(control.unread, vi.unreadPart['document-type'], 'dòng 1');
  await bring(`${xml}<!--${'x'.repeat(10_000_000)}-->`);
  await officer.reads(control.unread, vi.unreadPart['too-large']);
  await bring(xml);
  await officer.reads(control.imported);
  await officer.press(control.discard);
  await officer.reads(control.discarded);
  assert.match(await wordsOf(officer.page.locator('main')), /đã bỏ bản nháp/);
}
