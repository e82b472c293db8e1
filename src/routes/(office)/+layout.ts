/** Officers' forms work without JavaScript and are quicker with it. */
export const csr = true;
