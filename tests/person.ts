import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { readPdf } from '#tests/read-pdf.ts';
import type { PageChecks } from './page-checks.ts';

/** A file that somebody has on his machine. */
export type OwnFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Somebody before a browser of his own. Every page he comes to is looked through. */
export type Person = Awaited<ReturnType<typeof meetPerson>>;

type Meeting = {
  readonly browser: Browser;
  readonly checks: PageChecks;
  /** Where addresses without a host lead. */
  readonly url: string;
  /** Citizens need none. */
  readonly scripts: boolean;
  /** What may be loaded is not limited, so that a stand-in for the reader's font can be. */
  readonly bypassCSP?: boolean;
};

const stepMs = 30_000;

export async function meetPerson({ browser, checks, url, scripts, bypassCSP = false }: Meeting) {
  const context = await browser.newContext({ baseURL: url, locale: 'vi-VN', javaScriptEnabled: scripts, bypassCSP });
  context.setDefaultTimeout(stepMs);
  const page = await context.newPage();
  const settled = settling(page);

  async function arrive(): Promise<void> {
    if (scripts) await settled();
    checks.see({ url: page.url(), html: await page.content(), styles: await stylesOf(page) });
  }

  /** Does what leads to another page, or to the same one anew. */
  async function go(act: () => Promise<unknown>): Promise<void> {
    if (scripts) await act();
    else await Promise.all([page.waitForEvent('load'), act()]);
    await arrive();
  }

  /** What the page says, hidden or folded or not; its boxes as they were sent to us. */
  async function text(): Promise<string> {
    return wordsOf(page.locator('main'));
  }

  async function reads(...what: readonly (string | RegExp)[]): Promise<void> {
    const said = await text();
    for (const one of what) assert.ok(matches(said, one), `${page.url()} does not say ${one}; it says: ${said}`);
  }

  return {
    page,
    text,
    reads,
    go,

    async open(address: string): Promise<void> {
      const response = await page.goto(address);
      assert.ok(response && response.status() < 400, `${address} answers ${response?.status()}`);
      await arrive();
    },

    async readsNot(what: string | RegExp): Promise<void> {
      const said = await text();
      assert.ok(!matches(said, what), `${page.url()} says ${what}`);
    },

    /** Comes back to the page until it says so: what the house does by itself takes a moment. */
    async awaits(what: string | RegExp): Promise<void> {
      for (let tries = 0; tries < 120 && !matches(await text(), what); tries++) {
        await setTimeout(500);
        await page.goto(page.url());
      }
      await arrive();
      await reads(what);
    },

    press: (name: string | RegExp) =>
      go(() =>
        page
          .getByRole('button', { name, ...exactly(name) })
          .first()
          .click(),
      ),
    follow: (name: string | RegExp) =>
      go(() =>
        page
          .getByRole('link', { name, ...exactly(name) })
          .first()
          .click(),
      ),

    fill: (id: string, value: string) => page.locator(`[id="${id}"]`).fill(value),
    valueOf: (id: string) => page.locator(`[id="${id}"]`).inputValue(),
    choose: (name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`).check(),

    /** `2 9 1990`, in three boxes. */
    async fillDate(id: string, date: string): Promise<void> {
      const [day = '', month = '', year = ''] = date.split(' ');
      await page.locator(`[id="${id}"]`).fill(day);
      await page.locator(`[id="${id}-month"]`).fill(month);
      await page.locator(`[id="${id}-year"]`).fill(year);
    },

    /** Chooses a file for one question, which has a form of its own, and sends it. */
    async send(id: string, file: OwnFile): Promise<void> {
      const input = page.locator(`[id="${id}"]`);
      await input.setInputFiles({ ...file });
      await go(() => page.locator('form').filter({ has: input }).locator('button[name="send"]').click());
    },

    /** What is said beside a question that is not answered as it should be. */
    errorBeside: (id: string) => wordsOf(page.locator(`[id="${id}-e"]`)),
    /** What the summary on top says is to be corrected. */
    errorSummary: () => wordsOf(page.locator('.errors')),

    /** What a link leads to, read as a PDF. */
    async readPdf(name: string | RegExp) {
      const href = await page.getByRole('link', { name }).first().getAttribute('href');
      return readPdf(await this.download(href ?? assert.fail(`${name} leads nowhere`)));
    },

    async download(address: string): Promise<Uint8Array> {
      const response = await context.request.get(new URL(address, page.url()).href);
      assert.equal(response.status(), 200, address);
      return response.body();
    },

    /** Sends a form without looking at its page. @returns where it leads */
    async post(address: string, fields: Readonly<Record<string, string | OwnFile>>): Promise<string> {
      const headers = { origin: url, accept: 'text/html' };
      const response = await context.request.post(new URL(address, url).href, { multipart: { sent: '', ...fields }, headers });
      assert.equal(response.status(), 200, `${address}: ${await response.text()}`);
      return response.url();
    },

    leave: () => context.close(),
  };
}

/** Where the page's styles came from: who walks on without loading anew has links in it that were meant for the address before. */
async function stylesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.styleSheets].flatMap(({ href }) => href ?? []));
}

/** The words of a piece of a page, white space made single. */
export async function wordsOf(piece: Locator): Promise<string> {
  return asRead((await piece.textContent()) ?? '');
}

function matches(said: string, what: string | RegExp): boolean {
  return typeof what === 'string' ? said.includes(asRead(what)) : what.test(said);
}

function exactly(name: string | RegExp): { exact?: true } {
  return typeof name === 'string' ? { exact: true } : {};
}

function asRead(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Waits until the page asks the server for nothing and has had a moment to draw. */
function settling(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = performance.now();
  page.on('request', (request) => {
    open.add(request);
    last = performance.now();
  });
  const ended = (request: unknown) => {
    open.delete(request);
    last = performance.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    const until = performance.now() + stepMs;
    last = performance.now();
    while (open.size > 0 || performance.now() - last < 300) {
      if (performance.now() > until) throw new Error(`${page.url()} does not come to rest`);
      await setTimeout(50);
    }
  };
}
