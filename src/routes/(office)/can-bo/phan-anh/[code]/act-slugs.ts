import type { FeedbackAct } from '#domain/feedback/route.ts';

/** What is done with a feedback, beside reading it. */
export type FeedbackDoing = Exclude<FeedbackAct, 'read feedback'>;

/** How an act is called in the address of its form. */
export const slugOf = {
  'acknowledge feedback': 'ghi-nhan',
  'hand feedback on': 'chuyen',
  'answer feedback': 'tra-loi',
  'publish feedback': 'dang',
} as const satisfies Record<FeedbackDoing, string>;

const doings = [
  'hand feedback on',
  'answer feedback',
  'acknowledge feedback',
  'publish feedback',
] as const satisfies readonly FeedbackDoing[];

export function doingOfSlug(slug: string | null): FeedbackDoing | undefined {
  return doings.find((doing) => slugOf[doing] === slug);
}

/** The acts that have a form here, in the order in which they are offered: what is owed next first. */
export function doingsOf(openActs: readonly FeedbackAct[]): readonly FeedbackDoing[] {
  return doings.filter((doing) => openActs.includes(doing));
}
