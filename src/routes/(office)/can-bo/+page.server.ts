import { error, fail } from '@sveltejs/kit';
import { isRefusal, type RefusalCode } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import { readWorkList } from '#server/usecases/read-work-list.ts';
import { takeDossier } from '#server/usecases/take-dossier.ts';
import type { Actions, PageServerLoad } from './$types';
import { readBulkForm } from './read-bulk-form.ts';
import { readWorkAddress } from './work-address.ts';

/** Each line carries the id of its command, so that what is sent twice has one effect. */
export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const asked = readWorkAddress(url.searchParams);
  const read = await readWorkList(house, locals.officer, asked);
  const list = isRefusal(read) ? null : { ...read, lines: read.lines.map((line) => ({ ...line, commandId: crypto.randomUUID() })) };
  return { asked, list, officerId: locals.officer.officerId, now: house.now() };
};

/** What came of one of many: null when it was done. */
type Outcome = { readonly code: string; readonly taskNo: number; readonly refused: RefusalCode | null };

export const actions: Actions = {
  /** The same act on each that was ticked, one after the other; each has an answer of its own. */
  async bulk({ locals, request }) {
    if (!locals.officer) error(401);
    const bulk = readBulkForm(await request.formData());
    if (isRefusal(bulk)) return fail(400, { refused: bulk.refused, act: null, outcomes: [] });

    const outcomes: Outcome[] = [];
    for (const command of bulk.ticked) {
      const answer =
        bulk.act === 'take dossier'
          ? await takeDossier(house, locals.officer, { ...command, request: {} })
          : await handOnDossier(house, locals.officer, { ...command, request: { note: '', toOfficerId: null } });
      const { code, taskNo } = command;
      outcomes.push({ code, taskNo, refused: isRefusal(answer) ? answer.refused : answer ? null : 'not-yours' });
    }
    return { refused: null, act: bulk.act, outcomes };
  },
};
