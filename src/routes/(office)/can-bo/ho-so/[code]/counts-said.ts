import type { Component } from '#domain/procedure/procedure.ts';
import type { Words } from '#lib/words/words.ts';

/** What a component asks for: `2 bản chính, 1 bản sao`, with its condition. */
export function countsSaid({ originals, copies, condition, kind }: Component, words: Words): string {
  const { dossierPage: said } = words;
  const needs =
    kind === 'handed in'
      ? said.needed({ counts: copiesSaid({ originals, copies }, words) })
      : kind === 'shown'
        ? said.shown
        : said.madeByAgency;
  return condition ? `${needs}, ${condition}` : needs;
}

export function copiesSaid({ originals, copies }: Pick<Component, 'originals' | 'copies'>, { dossierPage: said }: Words): string {
  const counts = [originals > 0 && said.originals({ count: originals }), copies > 0 && said.copies({ count: copies })].filter(Boolean);
  return counts.length > 0 ? counts.join(', ') : said.noCounts;
}
