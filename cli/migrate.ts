import { bringUpToDate } from './database.ts';
import { withDatabase } from './house.ts';
import { readSettings } from './settings.ts';

/** `motcua migrate` */
export function run(): Promise<number> {
  const settings = readSettings(process.env);
  return withDatabase(settings, 'motcua migrate', async (database) => {
    const ran = await bringUpToDate(database, settings.root);
    console.log(ran.length > 0 ? ran.join('\n') : 'The database is up to date.');
    return 0;
  });
}
