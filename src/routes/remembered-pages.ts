/** A page as it went out, and what it depended on. */
type Kept = { readonly stamp: string; readonly html: Uint8Array<ArrayBuffer>; readonly headers: Headers };

/** So many pages are kept; those that were asked for longest ago are forgotten first. */
const most = 500;

const kept = new Map<string, Kept>();

/**
 * Answers with a page as it went out before, as long as what it depends on is the same; else makes it, and keeps it if it is whole.
 *
 * @param name of the page and of all that a reader chose for it; whoever asks may see it
 * @param stamp of what it depends on
 */
export async function rememberedPage(name: string, stamp: string, make: () => Promise<Response>): Promise<Response> {
  const known = kept.get(name);
  if (known?.stamp === stamp) return pageOf(known);

  const made = await make();
  if (made.status !== 200 || made.headers.has('set-cookie')) return made;
  const page = { stamp, html: new Uint8Array(await made.arrayBuffer()), headers: made.headers };
  kept.delete(name);
  kept.set(name, page);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest) kept.delete(oldest);
  return pageOf(page);
}

function pageOf({ html, headers }: Kept): Response {
  return new Response(html, { headers });
}
