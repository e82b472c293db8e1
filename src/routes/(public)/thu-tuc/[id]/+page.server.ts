import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { expectDue } from '#server/usecases/expect-due.ts';
import { readApplicationStart } from '#server/usecases/read-application-start.ts';
import { readPlaces } from '#server/usecases/read-places.ts';
import { readSimilarProcedures } from '#server/usecases/read-similar-procedures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const start = await readApplicationStart(house, params.id);
  if (!start) error(404);

  const { version, papers, receivers } = start;
  const [receiver] = receivers;
  return {
    version,
    papers,
    receivers,
    places: await readPlaces(house, version),
    similar: await readSimilarProcedures(house, version),
    ifNow: receiver ? await expectDue(house, version, receiver.agencyId) : null,
  };
};
