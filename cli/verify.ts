import { isDay } from '#domain/calendar/day.ts';
import { type Checked, type Discovery, type Verification, verifyHistories } from '#server/usecases/verify-histories.ts';
import { CannotRun } from './cannot-run.ts';
import { withKeptHouse } from './house.ts';
import { stagesOn } from './stages.ts';

const usage = 'it is "motcua verify [CODE | --day YYYY-MM-DD] [--json]".';

/** `motcua verify`: computes histories anew, all, those of a day, or one dossier's, and says what is not as it was written down. */
export async function run(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json');
  const checked = whatIsChecked(args.filter((arg) => arg !== '--json'));

  return withKeptHouse('motcua verify', async (house) => {
    const stage = stagesOn(process.stderr);
    const verification = await stage('checking', (tell) => verifyHistories(house, checked, (done, of) => tell('events', done, of)));
    if (!verification) throw new CannotRun('no dossier has this code.');
    console.log(isJson ? JSON.stringify(verification) : inWords(verification));
    return verification.discoveries.length === 0 ? 0 : 1;
  });
}

function whatIsChecked(args: readonly string[]): Checked {
  const [first, day, ...more] = args;
  if (first === undefined) return 'all';
  if (first === '--day' && day !== undefined && more.length === 0) {
    if (!isDay(day)) throw new CannotRun(`${day} is no day: write it as 2018-04-02.`);
    return { day };
  }
  if (first.startsWith('-') || day !== undefined) throw new CannotRun(usage);
  return { code: first };
}

function inWords({ events, dossiers, wiped, days, discoveries }: Verification): string {
  const found = discoveries.length === 0 ? 'Nothing was altered, removed or added.' : `${discoveries.length} found:`;
  const unread = wiped === 0 ? '' : ` Of ${wiped} events the sealed part is wiped: what it said was not checked.`;
  return [`${events} events of ${dossiers} dossiers, ${days} closed days. ${found}${unread}`, ...discoveries.map(discoveryInWords)].join(
    '\n',
  );
}

function discoveryInWords(found: Discovery): string {
  switch (found.kind) {
    case 'altered':
      return `  ${found.code}: event ${found.version} is not what was written down`;
    case 'removed':
      return `  ${found.code}: event ${found.version} is gone`;
    case 'added':
      return `  ${found.code}: event ${found.version} came after the end of its history`;
    case 'not closed':
      return `  ${found.code}: event ${found.version} was not there when ${found.day} was closed`;
    case 'gone':
      return `  ${found.day}: the head ${found.head} is gone`;
    case 'closing altered':
      return `  ${found.day}: the closing of this day is not what was written down`;
  }
}
