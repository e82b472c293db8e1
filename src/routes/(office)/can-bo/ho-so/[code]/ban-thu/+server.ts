import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { previewResult } from '#server/usecases/preview-result.ts';
import type { RequestHandler } from './$types';

/** The result as it would be made now, for the specialist who draws it up. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  if (!locals.officer) error(401);
  const conclusion = typedIn(await request.formData())('ket-luan').trim();
  const pdf = await previewResult(house, locals.officer, params.code, conclusion);
  if (!pdf) error(404);
  if (isRefusal(pdf)) error(403);
  return new Response(new Uint8Array(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="ban-thu.pdf"', 'cache-control': 'no-store' },
  });
};
