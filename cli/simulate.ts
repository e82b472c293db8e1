import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayAt } from '#domain/calendar/day.ts';
import { hasCatalogue } from '#server/usecases/has-catalogue.ts';
import { referenceOf } from '#server/usecases/reference.ts';
import { findHindrance, type Hindrance, simulateDossiers } from '#server/usecases/simulate-dossiers.ts';
import { CannotRun } from './cannot-run.ts';
import { withHouse } from './house.ts';
import { importFolder } from './import.ts';
import { inventionOf } from './simulate/invention.ts';
import { readOptions } from './simulate/options.ts';
import { drawYear } from './simulate/picture.ts';
import { newTally, type Tally } from './simulate/tally.ts';
import { stagesOn } from './stages.ts';

/**
 * `motcua simulate`: fills the database with dossiers of a plausible year, marked as the demonstration's, decided by the rules that decide
 * everybody's. Papers and messages are not made: a paper is made when somebody opens it.
 */
export async function run(args: readonly string[]): Promise<number> {
  return withHouse('motcua simulate', async (house) => {
    const stage = stagesOn(process.stderr);
    if (!(await hasCatalogue(house))) await stage('catalogue', () => importFolder(house, 'data/ha-giang'));
    const invention = inventionOf(house.root);
    const calendar = (await referenceOf(house)).calendarOf(invention.calendarAgencyId);
    const { wanted, show, anyway } = readOptions(args, house.now(), dayAt(calendar.firstDay));
    const hindrance = anyway ? undefined : await findHindrance(house, wanted);
    if (hindrance) throw new CannotRun(`${reasons[hindrance]} Say --anyway to do it all the same.`);

    const tally = newTally(wanted.span, calendar);
    const written = await stage('dossiers', (tell) =>
      simulateDossiers(house, wanted, invention, ({ dossier }, done) => {
        tally.count(dossier);
        if (done % 50 === 0) tell('dossiers', done, wanted.dossiers);
      }),
    );
    if (show === '-') console.log(drawYear(tally));
    else if (show) writeFileSync(path.resolve(show), drawYear(tally));
    if (show !== '-') console.log(inWords(tally, written, wanted.seed));
    return 0;
  });
}

const reasons: Readonly<Record<Hindrance, string>> = {
  'real dossiers': 'this database holds dossiers that were not made for a demonstration; what is simulated can never be taken out again.',
  'closed days': 'days of this span are closed over their histories already: "motcua verify" would find what comes now as added later.',
};

function inWords({ from, until, dossiers, ready, late, open }: Tally, written: number, seed: string): string {
  const share = ready() > 0 ? ((100 * late()) / ready()).toFixed(1) : '0';
  return `${dossiers()} dossiers from ${from} to ${until}, seed ${seed}; ${written} of them new, ${open()} open. ${share} % of the results were late.`;
}
