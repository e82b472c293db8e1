import { error, fail, redirect } from '@sveltejs/kit';
import { paperId } from '#domain/form/papers.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isUuid } from '#domain/text/storable.ts';
import { droppedIn, filesIn, isTooLarge, type NamedFile, typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import type { SentFile } from '#server/usecases/keep-files.ts';
import { keepSupplementFiles, removeSupplementFile } from '#server/usecases/keep-supplement-files.ts';
import { readSupplement } from '#server/usecases/read-supplement.ts';
import { sendSupplement } from '#server/usecases/send-supplement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { code, token } }) => {
  const supplement = await readSupplement(house, code, { token });
  if (supplement === undefined) error(404);
  return { supplement, commandId: crypto.randomUUID() };
};

export const actions: Actions = {
  /** Files of one component, kept or taken off at once; each that failed is named. */
  async files({ params: { code, token }, request, url }) {
    const componentNo = Number(url.searchParams.get('giay-to'));
    const id = paperId(componentNo);
    const place = { code, componentNo };
    let dropped: readonly NamedFile[] = [];
    let chosen = 0;
    const read = async (): Promise<readonly SentFile[]> => {
      const form = await request.formData();
      dropped = droppedIn(form);
      const files = filesIn(form);
      chosen = files.length;
      return files;
    };

    try {
      const answer = await keepSupplementFiles(house, { token }, place, read);
      if (!answer || (isRefusal(answer) && answer.refused === 'component-unknown')) error(404);
      if (isRefusal(answer)) redirect(303, url.pathname);
      for (const file of dropped) await removeSupplementFile(house, { token }, place, file);
      if (answer.failed.length > 0) {
        const failed = answer.failed.map(({ name, refusal }) => ({ name, refused: refusal.refused }));
        return fail(422, { files: { id, failed, kept: answer.kept } });
      }
      if (chosen === 0 && dropped.length === 0) return fail(422, { files: { id, failed: [], kept: 0 } });
    } catch (fault) {
      if (isTooLarge(fault)) return fail(413, { files: { id, tooLarge: true, failed: [], kept: 0 } });
      throw fault;
    }
    redirect(303, `${url.pathname}#${id}`);
  },

  async send({ params: { code, token }, request }) {
    const typed = typedIn(await request.formData());
    const note = typed('note');
    const commandId = typed('command');
    if (!isUuid(commandId)) return fail(400, { refused: 'malformed' as const, note });

    const answer = await sendSupplement(house, { token }, { code, commandId, request: { note } });
    if (!answer) error(404);
    if (isRefusal(answer)) return fail(422, { refused: answer.refused, at: answer.at?.note, note });
    redirect(303, `/ho-so/${encodeURIComponent(code)}/${token}?xong=bo-sung`);
  },
};
