import assert from 'node:assert/strict';
import type { Figure } from '#domain/indicator/figures.ts';
import { vi } from '#lib/words/vi.ts';
import { type Person, wordsOf } from '#tests/person.ts';
import { applyForBirth } from './applying.ts';
import { receive, work } from './office.ts';
import type { Stage } from './stage.ts';

const { figure, figuresPage, site } = vi;

/** The day in figures, from the dossiers; each figure opens to the dossiers behind it, as many as it says. */
export async function directorSeesTheDay(stage: Stage): Promise<void> {
  const citizen = await stage.citizen();
  const director = await stage.officer('giamdoc.trungtam');
  const before = await figuresOf(director);
  const { code } = await applyForBirth(citizen);
  await citizen.leave();
  assert.equal((await figuresOf(director)).unseen, before.unseen + 1);
  await work(stage, 'tiepnhan.nguyentrai', (officer) => receive(officer, code, [1, 2, 6, 7]));

  const figures = await figuresOf(director);
  assert.equal(figures.received, before.received + 1);
  assert.equal(figures.unseen, before.unseen);
  assert.equal(figures['in progress'], before['in progress'] + 1);
  assert.equal(figures['due today'], before['due today'] + 1);
  await opens(director, code);
  for (const title of [figuresPage.byField, figuresPage.byUnit, figuresPage.shares]) await tableOpens(director, title);
  await director.leave();
}

/** The figures of the whole city. */
export async function figuresOf(director: Person): Promise<Readonly<Record<Figure, number>>> {
  await director.open('/truc-tiep');
  const said = await director.text();
  const count = (name: string) =>
    Number((new RegExp(`${name}:? *([\\d.]+)`).exec(said)?.[1] ?? assert.fail(`no figure ${name} in ${said}`)).replaceAll('.', ''));
  return {
    received: count(figure.received),
    unseen: count(figure.unseen),
    'in progress': count(figure['in progress']),
    'awaiting supplement': count(figure['awaiting supplement']),
    'standing still': count(figure['standing still']),
    'due today': count(figure['due today']),
    overdue: count(figure.overdue),
    early: count(figure.early),
    'on time': count(figure['on time']),
    late: count(figure.late),
    returned: count(figure.returned),
  };
}

/** How many dossiers' shares the agencies have done early today. */
export async function earlyShares(director: Person, agencies: readonly string[]): Promise<readonly number[]> {
  await director.open('/truc-tiep');
  return Promise.all(agencies.map((agency) => earlyOf(director, agency)));
}

/** An agency that has done none yet has no line. */
async function earlyOf(director: Person, agency: string): Promise<number> {
  const row = tableOf(director, figuresPage.shares)
    .locator('tbody tr')
    .filter({ has: director.page.getByRole('rowheader', { name: agency, exact: true }) });
  return (await row.count()) === 0 ? 0 : Number.parseInt(await wordsOf(row.locator('td').first()), 10);
}

/** Every figure of the city leads to as many dossiers as it says. */
async function opens(director: Person, code: string): Promise<void> {
  const figures = await figuresOf(director);
  for (const [name, count] of Object.entries(figures)) {
    await director.open('/truc-tiep');
    const address = await director.page
      .locator('dl.tiles > div, ul.sumline > li')
      .filter({ hasText: new RegExp(`^\\s*${vi.figure[asFigure(name)]}`) })
      .getByRole('link')
      .getAttribute('href');
    const codes = await codesAt(director, address ?? '');
    assert.equal(codes.length, count, `${name} says ${count}`);
    assert.equal(new Set(codes).size, codes.length);
    if (name === 'received') assert.ok(codes.includes(code));
  }
}

/** So does every figure of a field and of a unit. */
async function tableOpens(director: Person, title: string): Promise<void> {
  await director.open('/truc-tiep');
  const links = await tableOf(director, title).getByRole('link').all();
  assert.ok(links.length > 0);
  const said = await Promise.all(links.slice(0, 12).map(async (link) => [await link.getAttribute('href'), await wordsOf(link)] as const));
  for (const [address, words] of said) {
    assert.equal((await codesAt(director, address ?? '')).length, Number.parseInt(words.replaceAll('.', ''), 10), address ?? '');
  }
}

async function codesAt(director: Person, address: string): Promise<readonly string[]> {
  await director.open(address);
  const codes = await director.page.locator('td.code').allInnerTexts();
  while ((await director.page.getByRole('link', { name: site.next }).count()) > 0) {
    await director.follow(site.next);
    codes.push(...(await director.page.locator('td.code').allInnerTexts()));
  }
  return codes;
}

function tableOf({ page }: Person, title: string) {
  return page.getByRole('table', { name: title });
}

function asFigure(name: string): Figure {
  const found = Object.keys(figure).find((one): one is Figure => one === name);
  return found ?? assert.fail(name);
}
