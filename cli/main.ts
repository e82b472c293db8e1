import { asCannotRun } from './cannot-run.ts';

/** What a command file exports: 0 done, 1 found wrong, 2 could not run. */
type Command = { run(args: readonly string[]): Promise<number> };

/** Loaded when called for, so that a command that needs no database brings none. */
const commands: Record<string, { what: string; load(): Promise<Command> }> = {
  start: { what: 'the whole system, on http://localhost:3000', load: () => import('./start.ts') },
  dev: { what: 'the same with pages that change as their files do', load: () => import('./dev.ts') },
  migrate: { what: 'brings the database up to this program', load: () => import('./migrate.ts') },
  import: { what: 'import FOLDER: agencies, staff, calendar and procedures of a catalogue', load: () => import('./import.ts') },
  catalogue: { what: 'catalogue totals [--json]: counts the catalogue in force', load: () => import('./catalogue.ts') },
  verify: {
    what: 'verify [CODE | --day DAY] [--json]: computes histories anew and says what was altered',
    load: () => import('./verify.ts'),
  },
  workflow: {
    what: 'workflow check|show FILE.bpmn: is every dossier sure to come through; what is in it',
    load: () => import('./workflow.ts'),
  },
  life: { what: 'life: writes docs/dossier-life.md from the tables that the program asks', load: () => import('./life.ts') },
  db: { what: 'db dump: writes docs/schema.sql from the catalog', load: () => import('./db.ts') },
  due: { what: 'due --received … --time "5 working-day": when a result is owed, and why', load: () => import('./due.ts') },
  calendar: { what: 'calendar export [--year YEAR] | import FILE: days off as iCalendar', load: () => import('./calendar.ts') },
  where: { what: 'where WORD: the rooms of a word, for whoever changes the program', load: () => import('./where.ts') },
  simulate: {
    what: 'simulate [--dossiers N] [--show FILE.svg]: fills the database with a plausible year of dossiers',
    load: () => import('./simulate.ts'),
  },
  build: { what: 'builds the pages, when they changed', load: () => import('./build.ts') },
};

/** Runs `motcua NAME …` and answers its exit code. What a person can mend is one line; only a fault of ours shows where. */
export async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return usage(name);
  if (args.includes('--help')) {
    console.log(command.what.startsWith(name) ? `motcua ${command.what}` : `motcua ${name}: ${command.what}`);
    return 0;
  }
  try {
    return await (await command.load()).run(args);
  } catch (fault) {
    const known = asCannotRun(fault);
    console.error(known ? `motcua: ${known.message}` : fault);
    return 2;
  }
}

/** The list of commands: what was asked for when one asks for help. */
function usage(name: string): number {
  const lines = Object.entries(commands).map(([command, { what }]) => `  motcua ${command.padEnd(12)} ${what}`);
  const isAsked = ['help', '--help', '-h'].includes(name);
  const say = isAsked ? console.log : console.error;
  say([name && !isAsked ? `motcua: there is no command "${name}". There are:` : 'motcua: one of', ...lines].join('\n'));
  return isAsked ? 0 : 2;
}
