import { isUuid } from '#domain/text/storable.ts';

type Place = { readonly publishedAt: Date; readonly feedbackId: string };

/** Where an address of the published answers goes on; null at the beginning. */
export function readPublishedAddress(params: URLSearchParams): Place | null {
  const [at = '', feedbackId = ''] = (params.get('sau') ?? '').split('_');
  const publishedAt = new Date(Number(at));
  return at !== '' && !Number.isNaN(publishedAt.getTime()) && isUuid(feedbackId) ? { publishedAt, feedbackId } : null;
}

export function publishedAddress(after: Place | null): string {
  return after ? `/phan-anh/da-tra-loi?sau=${after.publishedAt.getTime()}_${after.feedbackId}` : '/phan-anh/da-tra-loi';
}
