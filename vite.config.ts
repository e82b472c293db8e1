import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Nothing is fetched from elsewhere, and no script or style stands in a page itself but those that carry its nonce. */
const csp = {
  mode: 'nonce' as const,
  directives: {
    'default-src': ['self' as const],
    // Of the place where SvelteKit says aloud which page was opened; the stylesheet hides it too.
    'style-src-attr': ['unsafe-hashes' as const, 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=' as const],
    'img-src': ['self' as const, 'data:' as const],
    'object-src': ['none' as const],
    'base-uri': ['none' as const],
    'form-action': ['self' as const],
    'frame-ancestors': ['self' as const],
  },
};

/** The stylesheet is read by phones of 2018: no media ranges and the like. */
const cssTarget = ['chrome64', 'firefox60', 'safari11'];

/** A page can stand at the address of another one, such as of one that it is not for: what it loads must be found from there. */
const paths = { relative: false };

export default defineConfig({
  build: { cssTarget },
  plugins: [sveltekit({ adapter: adapter({ out: process.env.MOTCUA_BUILD ?? 'build' }), csp, paths })],
});
