import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

/** A page as somebody saw it, with the addresses of its styles. */
export type Seen = { readonly url: string; readonly html: string; readonly styles: readonly string[] };

/** Looks through every page that anyone visits, while the visits go on. */
export type PageChecks = {
  /** A page that differs from one that was seen only in its words, tag for tag, is not checked again. */
  see(page: Seen): void;
  /** What was found wrong since the last time one asked, once all that was seen is checked. */
  findings(): Promise<readonly string[]>;
};

/**
 * axe cannot run where scripts are off: the same HTML is opened in a context of its own, without its scripts, all that is folded
 * opened. What it frames is a paper and stays empty, so that axe may take its quicker way, which sees no frames. Axe finds nothing,
 * in light at 1280 px and in dark at 320 px; at 320 px nothing scrolls sideways; the hotline's number is there.
 */
export async function startPageChecks(browser: Browser, hotline: string): Promise<PageChecks> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  let html = '';
  await page.route('**/*', (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    if (route.request().frame() !== page.mainFrame()) return route.abort();
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
  });

  const seen = new Set<string>();
  let found: string[] = [];
  let work = Promise.resolve();

  async function check(one: Seen): Promise<void> {
    html = asDrawn(one);
    await page.goto(one.url);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    const wrong = [...(await axe(page, 'light', 1280)), ...(await axe(page, 'dark', 320, ofLooks)), ...(await sideways(page))];
    if (!html.includes(hotline)) wrong.push('the hotline’s number is missing');
    found.push(...wrong.map((what) => `${new URL(one.url).pathname}: ${what}`));
  }

  return {
    see(one) {
      const built = builtOf(one);
      if (seen.has(built)) return;
      seen.add(built);
      work = work.then(() => check(one)).catch((fault) => void found.push(`${one.url}: ${fault}`));
    },
    async findings() {
      await work;
      const all = found;
      found = [];
      return all;
    },
  };
}

/** The page without its scripts, styled as it was. */
function asDrawn({ html, styles }: Seen): string {
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  return html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link [^>]*rel="stylesheet"[^>]*>/g, '')
    .replace('</head>', `${links}</head>`);
}

/** What can differ by colours and width, while the HTML is the same. */
const ofLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

async function axe(page: Page, colorScheme: 'light' | 'dark', width: number, rules?: string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${colorScheme}): ${help}: ${node.html}`));
}

/** @returns what reaches beyond the page's right edge, if anything does */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return [`scrolls sideways, ${scrollWidth} of ${clientWidth} px: ${wide.at(-1)?.outerHTML.slice(0, 200)}`];
  });
}

/** How it is built: each tag with its classes and the names of what else it says of itself, and where there are words. */
function builtOf({ html }: Seen): string {
  return html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/ (?!class=)([a-z-]+)="[^"]+"/g, ' $1')
    .replaceAll(/>[^<]*\S[^<]*</g, '>words<');
}
