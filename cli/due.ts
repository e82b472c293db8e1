import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type DueInShort, type DueStep, dueInShort, explain } from '#domain/calendar/explain.ts';
import { defaultHours, type WorkingHours } from '#domain/calendar/working-calendar.ts';
import { CannotRun } from './cannot-run.ts';
import { calendarsOf, countryCalendar, hoursOfAgency, readCalendarFile } from './due-calendars.ts';
import { type Asked, readHours, readQuestion, wallText } from './due-question.ts';

/** One question, and where it may say other hours. */
type AskedOf = Asked & { readonly hours?: unknown; readonly agency?: unknown; readonly brief?: unknown };

/**
 * `motcua due --received 2018-02-12T10:00 --time "5 working-day"`: when a result is owed, with its explanation, as JSON;
 * with `--rule`, `--wait FROM/TO` once or with several, `--cut-off`, `--agency` or `--hours`, `--calendar`; `--brief` leaves the explanation out.
 * It needs neither server nor database.
 *
 * With `--batch` it reads one JSON object a line, of received, time, rule, waits, cutOff, hours or agency, and brief,
 * and answers one line for each; one that is wrong gets its error, and the command ends with 1.
 */
export async function run(args: readonly string[]): Promise<number> {
  const given = readArgs(args);
  const answer = answerer(given.calendar);
  const { received, time, rule, wait, agency } = given;
  const asked: AskedOf = {
    ...(received !== undefined && { received }),
    ...(time !== undefined && { time }),
    ...(rule !== undefined && { rule }),
    ...(wait !== undefined && { waits: wait.map(asPair) }),
    ...(agency !== undefined && { agency }),
    ...(given['cut-off'] !== undefined && { cutOff: given['cut-off'] }),
    ...(given.hours !== undefined && { hours: parsed(given.hours, '--hours') }),
    ...(given.brief && { brief: true }),
  };
  if (given.batch) return answerLines(process.stdin, (line) => answer({ ...asked, ...asQuestion(line) }));

  console.log(JSON.stringify(JSON.parse(answer(asked)), null, 2));
  return 0;
}

/** Answers one question as JSON. */
function answerer(calendarFile: string | undefined): (asked: AskedOf) => string {
  const ask = calendarsOf(readCalendarFile(calendarFile ?? countryCalendar));
  const hoursOf = hoursReader();
  return (asked) => {
    const question = readQuestion(asked);
    return ask(question, hoursOf(asked), (calendar) => {
      if (asked.brief === true) return `${head(dueInShort(question, calendar))}}`;
      const due = explain(question, calendar);
      return `${head(due)},"explanation":[${due.steps.map(stepAsJson).join(',')}]}`;
    });
  };
}

function head({ dueAt, provisional, waiting }: DueInShort): string {
  return `{"due":"${wallText(dueAt)}","provisional":${provisional}${waiting ? ',"waiting":true' : ''}`;
}

/** Enough for a batch in which each agency has hours of its own. */
const keptAtMost = 500;

/** Hours win over an agency; each is read once. */
function hoursReader(): (asked: AskedOf) => WorkingHours {
  const read = new Map<string, WorkingHours>();
  return ({ hours, agency }) => {
    const own = hours !== undefined && hours !== null;
    if (!own && (agency === undefined || agency === null)) return defaultHours;
    const key = own ? JSON.stringify(hours) : `agency ${agency}`;
    const known = read.get(key);
    if (known) return known;
    const found = own ? readHours(hours) : hoursOfAgency(String(agency));
    if (read.size >= keptAtMost) read.clear();
    read.set(key, found);
    return found;
  };
}

/** Instants as the wall here shows them; the rest as it is. By hand: it is most of the work of a batch. */
function stepAsJson(step: DueStep): string {
  let json = '';
  for (const [name, value] of Object.entries(step)) {
    const said = value instanceof Date ? `"${wallText(value)}"` : typeof value === 'number' ? value : JSON.stringify(value);
    json += `${json === '' ? '{' : ','}"${name}":${said}`;
  }
  return `${json}}`;
}

/** Reads line by line and writes as fast as is read from it; the order is kept. */
async function answerLines(input: AsyncIterable<Buffer>, answer: (line: string) => string): Promise<number> {
  let wrong = 0;
  const answered = (line: string): string => {
    try {
      return answer(line);
    } catch (fault) {
      const isTooDeep = fault instanceof RangeError && fault.message.includes('call stack');
      if (!(fault instanceof CannotRun) && !isTooDeep) throw fault;
      wrong++;
      return JSON.stringify({ error: isTooDeep ? 'the line is nested too deep.' : fault.message });
    }
  };
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const asked = lines.filter((line) => line.trim() !== '');
    if (asked.length > 0) await write(asked.map(answered).join('\n').concat('\n'));
  }
  if (rest.trim() !== '') await write(`${answered(rest)}\n`);
  return wrong > 0 ? 1 : 0;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  received: text,
  time: text,
  rule: text,
  wait: { ...text, multiple: true },
  'cut-off': text,
  agency: text,
  hours: text,
  calendar: text,
  batch: flag,
  brief: flag,
  json: flag,
} as const;

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const stray = positionals.find((one) => !values.wait || !one.includes('/'));
    if (stray !== undefined) throw new Error(`Unexpected argument '${stray}'`);
    return { ...values, ...(values.wait && { wait: [...values.wait, ...positionals] }) };
  } catch (fault) {
    const [said = ''] = String(fault instanceof Error ? fault.message : fault).split(/\.?\n|\. /);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new CannotRun(`${said}. The options are ${known.join(', ')}.`);
  }
}

/** `FROM/TO`, `FROM/` while it lasts, `FROM/TO/anew`. */
function asPair(wait: string): readonly string[] {
  return wait.split('/');
}

function asQuestion(line: string): AskedOf {
  const question = parsed(line, 'the line');
  if (typeof question !== 'object' || question === null || Array.isArray(question)) throw new CannotRun('the line is no JSON object.');
  const misnamed = Object.keys(question).find((name) => Object.hasOwn(namedOtherwise, name));
  if (misnamed !== undefined) throw new CannotRun(`"${misnamed}" is no part of a line: ${namedOtherwise[misnamed]}.`);
  return question;
}

/** Options that a line calls otherwise or cannot have: left unread, they would make an answer that looks right. */
const namedOtherwise: Readonly<Record<string, string>> = {
  wait: 'it is called "waits", a list of pairs',
  'cut-off': 'it is called "cutOff"',
  calendar: 'it holds for all lines, as --calendar',
};

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotRun(`${what} is no JSON.`);
  }
}
