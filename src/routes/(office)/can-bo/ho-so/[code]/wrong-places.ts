import type { Refusal, RefusalCode } from '#domain/refusal.ts';
import type { Words } from '#lib/words/words.ts';

/** What stands against an act: beside the boxes it is about, or above the form when no box is to blame. */
export type Wrong = { readonly beside: Readonly<Record<string, string>>; readonly above: string | undefined };

/** The box that a refusal of the rules is about. */
const places: Partial<Record<RefusalCode, string>> = {
  'reason-missing': 'ly-do',
  'gap-missing': 'thieu',
  'answer-time-past': 'truoc-ngay',
  'second-supplement-needs-reason': 'ly-do-lan-hai',
  'recipient-missing': 'nguoi-nhan',
  'new-due-time-not-later': 'hen-ngay',
  'nobody-before': 've-buoc',
  'component-missing': 'dat',
  'file-empty': 'tep',
  'file-too-large': 'tep',
  'file-type-unknown': 'tep',
  'file-unreadable': 'tep',
};

export function wrongOf({ refused, at, facts }: Refusal, { refusal, wrong }: Words): Wrong {
  if (at) return { beside: Object.fromEntries(Object.entries(at).map(([name, what]) => [name, wrong[what]])), above: undefined };
  const place = places[refused];
  const said = refused === 'component-missing' && facts?.component ? `${refusal[refused]} ${facts.component}` : refusal[refused];
  return place ? { beside: { [place]: said }, above: undefined } : { beside: {}, above: said };
}
