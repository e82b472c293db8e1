import { isUuid } from '#domain/text/storable.ts';
import type { FeedbackPlace, FeedbackView } from '#server/usecases/read-feedback-list.ts';

/** What an address of the office's list asks for. */
export type AskedFeedback = { readonly view: FeedbackView; readonly after: FeedbackPlace | null };

export const feedbackViews: readonly FeedbackView[] = ['open', 'new', 'overdue', 'answered', 'to publish'];

const parameters: Readonly<Record<FeedbackView, string>> = {
  open: '',
  new: 'cho-chuyen',
  overdue: 'qua-han',
  answered: 'da-tra-loi',
  'to publish': 'cho-dang',
};

export function readFeedbackAddress(params: URLSearchParams): AskedFeedback {
  const asked = params.get('xem') ?? '';
  const [time = '', feedbackId = ''] = (params.get('sau') ?? '').split('_');
  const at = new Date(Number(time));
  const isPlace = time !== '' && !Number.isNaN(at.getTime()) && isUuid(feedbackId);
  return { view: feedbackViews.find((view) => parameters[view] === asked) ?? 'open', after: isPlace ? { at, feedbackId } : null };
}

export function feedbackAddress({ view, after }: AskedFeedback): string {
  const params = new URLSearchParams();
  if (parameters[view] !== '') params.set('xem', parameters[view]);
  if (after) params.set('sau', `${after.at.getTime()}_${after.feedbackId}`);
  return params.size === 0 ? '/can-bo/phan-anh' : `/can-bo/phan-anh?${params}`;
}
