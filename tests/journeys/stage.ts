import assert from 'node:assert/strict';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';
import { vi } from '#lib/words/vi.ts';
import { type City, startCity } from '#tests/city.ts';
import { startPageChecks } from '#tests/page-checks.ts';
import { meetPerson, type Person } from '#tests/person.ts';

/** The city, and people who come to it with browsers of their own. */
export type Stage = {
  readonly city: City;
  readonly browser: Browser;
  /** A citizen: no account, no scripts. */
  citizen(): Promise<Person>;
  /** An officer who has signed in; with scripts where he works by keys. */
  officer(username: string, how?: { readonly scripts: boolean }): Promise<Person>;
  /** One who takes pictures of what officers and citizens see; nobody yet. */
  photographer(): Promise<Person>;
  /** What was wrong on pages that somebody came to since one asked last. */
  findings(): Promise<readonly string[]>;
  close(): Promise<void>;
};

const hotline = '0219 000 1234';

export async function openStage(): Promise<Stage> {
  const city = await startCity();
  try {
    const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
    return await furnish(city, browser);
  } catch (fault) {
    await city.stop();
    throw fault;
  }
}

async function furnish(city: City, browser: Browser): Promise<Stage> {
  const checks = await startPageChecks(browser, hotline);
  const meet = (scripts: boolean) => meetPerson({ browser, checks, url: city.url, scripts });
  return {
    city,
    browser,
    citizen: () => meet(false),
    async officer(username, { scripts } = { scripts: false }) {
      const officer = await meet(scripts);
      await signIn(officer, city, username);
      return officer;
    },
    photographer: () => meetPerson({ browser, checks, url: city.url, scripts: true, bypassCSP: true }),
    findings: checks.findings,
    async close() {
      await browser.close();
      await city.stop();
    },
  };
}

export async function signIn(person: Person, city: City, username: string): Promise<void> {
  await person.open('/can-bo/dang-nhap');
  await person.fill('ten', username);
  await person.fill('mat-khau', city.passwordOf(username));
  await person.press(vi.signIn.button);
  assert.doesNotMatch(person.page.url(), /dang-nhap/, await person.text());
}
