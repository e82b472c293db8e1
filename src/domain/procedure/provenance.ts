/** Whether a source states it or it was set for the demo, and which source. */
export type Provenance = { readonly stated: boolean; readonly source: string };
