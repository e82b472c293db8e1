import { redirect } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { signOut } from '#server/usecases/sign-out.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals }) => {
  for (const { name, value, ...options } of await signOut(house, locals.visit)) cookies.set(name, value, options);
  redirect(303, '/can-bo/dang-nhap');
};
