import type { Officer } from '#domain/access/actor.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; nobody on citizens' pages. */
      officer: Officer | undefined;
    }
  }
}
