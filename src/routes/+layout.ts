/** Pages are plain HTML, not a byte of JavaScript; the office's pages, which enhance the same forms, say otherwise. */
export const csr = false;
