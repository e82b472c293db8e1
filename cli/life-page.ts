import { relationFor, rolesFor } from '#domain/access/access.ts';
import { dossierStates, isClosed } from '#domain/dossier/dossier.ts';
import { isWaiting } from '#domain/dossier/hold.ts';
import { type Arrow, arrows } from '#domain/dossier/life.ts';
import { owed } from '#domain/dossier/owed.ts';
import { wordsFor } from '#lib/words/words.ts';

/** The documentation's page of a dossier's life, made of the tables that the program itself asks. */
export function lifePage(): string {
  return [
    '# The life of a dossier',
    'Written by `npx motcua life` from the tables in `src/domain`: `dossier/life.ts` (arrows), `access/access.ts` (who may), `dossier/owed.ts` (paper and message). Never edited.',
    '## States',
    table(['state', 'Vietnamese', 'clock'], dossierStates.map(stateRow)),
    '## Arrows',
    'Whoever acts on a task that nobody has takes it by the act itself. *Near* says how near he must stand to what he acts on. A message goes to the applicant, unless it says that it goes to officers.',
    table(
      ['act', 'who may, and how near', 'from', 'to', 'what must be given', 'what happened', 'clock', 'paper', 'message'],
      arrows.map(arrowRow),
    ),
  ].join('\n\n');
}

function stateRow(state: (typeof dossierStates)[number]): readonly string[] {
  const clock = isClosed({ state }) ? 'closed' : isWaiting({ state }) ? 'stands still' : clocks[state];
  return [state, wordsFor('vi').state[state], clock ?? 'runs'];
}

const clocks: Readonly<Record<string, string>> = { submitted: 'not begun', 'result ready': 'ended', refused: 'ended' };

function arrowRow({ act, event, from, to, given, clock }: Arrow): readonly string[] {
  const who = rolesFor(act).map((role) => `${role} (${relationFor(act, role)})`);
  const { paper, message, reminder } = owed[event];
  return [
    act,
    who.join(', '),
    from.length === 0 ? 'none' : from.join(', '),
    to === 'same' ? 'the same' : to.join(', '),
    given.join('; '),
    event,
    clock,
    paper ?? '',
    message ? 'yes' : reminder ? 'to officers' : '',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
