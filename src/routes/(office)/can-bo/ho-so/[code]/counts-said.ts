import type { CheckedComponent } from '#domain/dossier/events.ts';
import { isOwed } from '#domain/dossier/receive.ts';
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

type Checked = Component & { readonly checked: Pick<CheckedComponent, 'originals' | 'copies' | 'inOrder'> | null };

/** What was found of a component at receipt, behind what is asked for; one that only others have to hand in was not left out. */
export function receivedSaid(component: Checked, words: Words): string {
  const { dossierPage: said } = words;
  const { kind, checked } = component;
  const isThere = checked && (checked.inOrder || checked.originals > 0 || checked.copies > 0);
  if (!isThere && !isOwed(component)) return `; ${said.notOwed}`;
  return checked && kind === 'handed in' ? `; ${said.receivedCounts({ counts: copiesSaid(checked, words) })}` : '';
}

/** How many components are there, are missing, and did not have to be handed in: what is not there is not always missing. */
export function foundSaid(components: readonly Checked[], { dossierPage: said }: Words): string {
  const inOrder = components.filter(({ checked }) => checked?.inOrder).length;
  const missing = components.filter((component) => !component.checked?.inOrder && isOwed(component)).length;
  const notOwed = components.length - inOrder - missing;
  const found = [
    said.foundInOrder({ count: inOrder }),
    ...(missing > 0 ? [said.foundMissing({ count: missing })] : []),
    ...(notOwed > 0 ? [said.foundNotOwed({ count: notOwed })] : []),
  ];
  return said.componentsFound({ found: found.join(', ') });
}

export function copiesSaid({ originals, copies }: Pick<Component, 'originals' | 'copies'>, { dossierPage: said }: Words): string {
  const counts = [originals > 0 && said.originals({ count: originals }), copies > 0 && said.copies({ count: copies })].filter(Boolean);
  return counts.length > 0 ? counts.join(', ') : said.noCounts;
}
