import type { Officer } from '#domain/access/actor.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; null when nobody is, as on most citizens' pages. */
      officer: Officer | null;
      /** Who knocks, as far as the network tells: cookies, address, the browser's own name. */
      visit: { readonly cookie: string; readonly address: string; readonly browser: string };
      locale: 'vi' | 'en';
    }
  }
}
