/** The one page where the office draws: the table works without JavaScript, the drawing board needs it. */
export const csr = true;
