import { error } from '@sveltejs/kit';
import { wordsFor } from '#lib/words/words.ts';
import { house } from '#server/running.ts';
import { readDraft } from '#server/usecases/read-draft.ts';
import type { LayoutServerLoad } from './$types';

/** Whoever has the link has the draft; no machine between keeps a copy, and going back shows what is saved. */
export const load: LayoutServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const draft = await readDraft(house, params.token);
  if (!draft) error(404);

  const home = `/nop-ho-so/tiep/${params.token}`;
  const { papers, review } = wordsFor(locals.locale).application;
  const titles = { papers, review };
  const steps = draft.steps.map((step, i) => ({
    title: step.kind === 'questions' ? step.page.title : titles[step.kind],
    href: `${home}/${i + 1}`,
    done: step.done,
  }));
  return { draft, home, steps, link: `${house.publicUrl}${home}` };
};
