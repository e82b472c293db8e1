import { error } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Download } from '#server/usecases/read-file.ts';

/** What a browser shows by itself; anything else it keeps. */
const shown = ['application/pdf', 'image/jpeg', 'image/png'];

/**
 * Answers with a file. Its type was told by its content when it was kept, and it is never a page: nothing in it runs here.
 *
 * @throws the error page: 404 when there is no such file, 403 when it is not for him
 */
export function answerFile(download: Download | Refusal | undefined): Response {
  if (!download) error(404);
  if (isRefusal(download)) error(403);

  const { name, mediaType, sizeBytes, content } = download;
  return new Response(streamOf(content), {
    headers: {
      'content-type': mediaType,
      'content-length': String(sizeBytes),
      'content-disposition': `${shown.includes(mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "frame-ancestors 'self'",
      'cache-control': 'private, no-store',
    },
  });
}

/** Read as fast as it is taken; who goes away in the middle leaves no file open. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/** As RFC 8187 asks. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
