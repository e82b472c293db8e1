import type { House } from '#server/house.ts';
import { CannotRun } from './cannot-run.ts';
import { fillDossiers } from './demo/fill-dossiers.ts';
import { importFolder } from './import.ts';
import type { Settings } from './settings.ts';
import { keepSignIns } from './sign-ins.ts';
import type { Stage } from './stages.ts';

const city = 'data/ha-giang';

/** Brings the demo city: its catalogue, its officers' sign-ins, its dossiers. What is there already stays as it is. */
export async function fillDemo(house: House, { data, demo }: Pick<Settings, 'data' | 'demo'>, stage: Stage): Promise<void> {
  await stage('catalogue', () => bringCatalogue(house));
  await stage('sign-ins', (tell) => keepSignIns(house, data, tell));
  await stage('dossiers', (tell) => fillDossiers(house, demo, tell));
}

async function bringCatalogue(house: House): Promise<void> {
  const answer = await importFolder(house, city);
  if ('wrong' in answer) throw new CannotRun(`${city} has ${answer.wrong.length} wrong rows: "motcua import ${city}" says which.`);
}
