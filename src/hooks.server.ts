import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { sessionEndedPath, signInPath } from '#domain/access/sign-in.ts';
import { mayEnter, visitorOf } from '#domain/access/visitors.ts';
import { localeCookie, localeOf, schemeCookie, schemeOf } from '#lib/words/preferences.ts';
import { rememberedPage } from '#routes/remembered-pages.ts';
import { type Jobs, startJobs } from '#server/jobs/start.ts';
import { house } from '#server/running.ts';
import { hasCatalogue } from '#server/usecases/has-catalogue.ts';
import { recogniseOfficer } from '#server/usecases/recognise-officer.ts';
import { stampDossier } from '#server/usecases/track-dossier.ts';

/** The workers of this process begin here; all that was opened is closed when the server, told to stop, has answered what it was asked. */
export const init: ServerInit = async () => {
  jobs = await startJobs(house);
  process.once('sveltekit:shutdown', async () => {
    await jobs?.stop();
    await house.db.destroy();
  });
};

let jobs: Jobs | undefined;

/** Signs people in, once, for pages and API; turns away whom a page is not for; says what a browser may do with what it gets. */
export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, route, url } = event;
  if (!(await hasCatalogue(house))) return nothingImported();
  locals.locale = localeOf(url, cookies.get(localeCookie));
  locals.visit = visitOf(event);
  locals.officer = await recogniseOfficer(house, locals.visit);

  const entry = route.id ? mayEnter(visitorOf(route.id), locals.officer) : 'yes';
  if (entry === 'sign-in') return askToSignIn(event);
  if (entry === 'no') return secured(await event.fetch('/can-bo/vai-tro-khac'), { isPrivate: true });

  const scheme = schemeOf(cookies.get(schemeCookie));
  const response = await answer(event, scheme, async () =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locals.locale).replace('%scheme%', scheme) }),
  );
  // What was sent may have been an act: what follows from it begins at once.
  if (event.request.method === 'POST') jobs?.wake();
  return secured(response, { isPrivate: locals.officer !== null });
};

/** What was typed without scripts would be lost: it is kept on a page from which it is sent again. A script keeps its page itself. */
async function askToSignIn({ fetch, request, url }: RequestEvent): Promise<Response> {
  const wanted = url.pathname + url.search;
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get('content-type') ?? '');
  if (request.method !== 'POST' || !isForm || request.headers.has('x-sveltekit-action')) redirect(303, signInPath(wanted));
  const typed = [...(await request.formData())].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const kept = { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(typed) };
  return secured(await fetch(sessionEndedPath(wanted), kept), { isPrivate: true });
}

/** Told to whoever sets it up: nobody else has the address yet. */
function nothingImported(): Response {
  const text =
    'Chưa có cơ quan và thủ tục nào: hãy nhập bằng lệnh “npx motcua import THƯ_MỤC”.\nNothing is imported yet: run "npx motcua import FOLDER".\n';
  return new Response(text, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '10' } });
}

/** A dossier's page is looked at far more often than it changes: as long as nothing changes it, it is not made again. */
async function answer(event: RequestEvent, scheme: string, make: () => Promise<Response>): Promise<Response> {
  const { isDataRequest, locals, params, request, route, url } = event;
  const { code = '', token = '' } = params;
  const isPlain = route.id === trackingPage && request.method === 'GET' && url.search === '' && !isDataRequest && !locals.officer;
  const stamp = isPlain ? await stampDossier(house, code, { token }) : undefined;
  return stamp === undefined ? make() : rememberedPage(`${url.pathname} ${locals.locale} ${scheme}`, stamp, make);
}

const trackingPage = '/(public)/ho-so/[code]/[token]';

function visitOf({ request: { headers }, getClientAddress }: RequestEvent): App.Locals['visit'] {
  return { cookie: headers.get('cookie') ?? '', address: getClientAddress(), browser: headers.get('user-agent') ?? '' };
}

/** What scripts and styles a page may load stands in `vite.config.ts`: SvelteKit signs its own. */
function secured(response: Response, { isPrivate }: { readonly isPrivate: boolean }): Response {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'SAMEORIGIN');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  if (house.publicUrl.startsWith('https://')) headers.set('strict-transport-security', 'max-age=31536000');
  if (isPrivate && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return response;
}
