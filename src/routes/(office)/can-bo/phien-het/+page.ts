/** It stands at the address of the page that was sent: scripts of that page would find another one. */
export const csr = false;
