import type { CatalogueTotals, LevelTotals } from '#domain/procedure/catalogue-totals.ts';
import { countCatalogue } from '#server/usecases/count-catalogue.ts';
import { CannotRun } from './cannot-run.ts';
import { withKeptHouse } from './house.ts';

/** `motcua catalogue totals`: counts the catalogue in force from the database. */
export async function run(args: readonly string[]): Promise<number> {
  const [what, ...options] = args;
  if (what !== 'totals' || options.some((option) => option !== '--json')) throw new CannotRun('it is "motcua catalogue totals [--json]".');

  return withKeptHouse('motcua catalogue totals', async (house) => {
    const { district, commune } = await countCatalogue(house);
    console.log(
      options.includes('--json')
        ? JSON.stringify(totalsAsJson({ district, commune }))
        : [inWords('District', district), inWords('Commune', commune)].join('\n'),
    );
    return 0;
  });
}

/** The totals by the names that programs know them under. */
export function totalsAsJson({ district, commune }: CatalogueTotals): Record<string, number> {
  const of = (prefix: string, totals: LevelTotals) => Object.entries(totals).map(([name, count]) => [prefix + inSnakeCase(name), count]);
  return Object.fromEntries([...of('', district), ...of('commune_', commune)]);
}

function inSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function inWords(level: string, totals: LevelTotals): string {
  return [
    `${level}: ${totals.procedures} procedures in ${totals.fields} fields`,
    `  time cut       ${totals.cut} in ${totals.cutFields} fields`,
    `  received       ${totals.received} in ${totals.receivedFields} fields, ${totals.notReceived} not`,
    `  three levels   ${totals.threeLevel} in ${totals.threeLevelFields} fields`,
  ].join('\n');
}
