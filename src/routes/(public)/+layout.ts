/** Citizens' pages are plain HTML: not a byte of JavaScript. */
export const csr = false;
