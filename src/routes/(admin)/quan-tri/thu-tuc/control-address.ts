/** What of the list is asked for, as its address says it. */
export type ControlAsked = { readonly query: string; readonly onlyDrafts: boolean; readonly after: string | null };

export function readControlAddress(params: URLSearchParams): ControlAsked {
  return { query: (params.get('q') ?? '').trim(), onlyDrafts: params.get('nhap') === '1', after: params.get('sau') };
}

export function controlAddress({ query, onlyDrafts, after }: ControlAsked): string {
  const named = { q: query, nhap: onlyDrafts ? '1' : '', sau: after ?? '' };
  const params = Object.entries(named).filter(([, value]) => value !== '');
  return params.length > 0 ? `/quan-tri/thu-tuc?${new URLSearchParams(params)}` : '/quan-tri/thu-tuc';
}

/** A procedure's own pages. */
export function procedureAddress(procedureId: string, part: '' | '/soan' | '/chay-thu' | '/ban-hanh' | '/so-sanh' | '/tai' = ''): string {
  return `/quan-tri/thu-tuc/${encodeURIComponent(procedureId)}${part}`;
}
