import { fail, redirect } from '@sveltejs/kit';
import { pathAfterSignIn } from '#domain/access/sign-in.ts';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { signIn } from '#server/usecases/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.officer) redirect(303, pathAfterSignIn(url.searchParams));
};

export const actions: Actions = {
  async default({ cookies, locals, request, url }) {
    const form = await request.formData();
    const typed = { name: String(form.get('name') ?? ''), password: String(form.get('password') ?? '') };
    const missing = { name: typed.name.trim() === '', password: typed.password === '' };
    if (missing.name || missing.password) return fail(400, { missing, name: typed.name });

    const answer = await signIn(house, locals.visit, typed);
    if (isRefusal(answer)) return fail(answer.refused === 'too-many-tries' ? 429 : 401, { refused: answer.refused, name: typed.name });

    for (const { name, value, ...options } of answer) cookies.set(name, value, options);
    redirect(303, pathAfterSignIn(url.searchParams));
  },
};
