import type { Level } from '#domain/agency/agency.ts';
import type { Reception } from '#domain/procedure/procedure.ts';
import type { Filters } from '#domain/procedure/search.ts';

/** What is searched, as it stands in the address: a list can be shared by it. */
export type Search = { readonly query: string; readonly filters: Filters; readonly after: string | null };

const levels: readonly Level[] = ['province', 'district', 'commune'];
const receptions: readonly Reception[] = ['centre', 'commune', 'agency'];

/** A filter that nobody knows is none. */
export function readSearch(params: URLSearchParams): Search {
  const level = levels.find((one) => one === params.get('cap'));
  const reception = receptions.find((one) => one === params.get('noi'));
  const fieldId = params.get('linh-vuc');
  return {
    query: (params.get('q') ?? '').trim(),
    filters: { ...(level && { level }), ...(reception && { reception }), ...(fieldId && { fieldId }) },
    after: params.get('sau'),
  };
}

export function searchAddress({ query, filters: { level, reception, fieldId }, after }: Search): string {
  const named = { q: query, cap: level, noi: reception, 'linh-vuc': fieldId, sau: after };
  const params = Object.entries(named).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return params.length > 0 ? `/thu-tuc?${new URLSearchParams(params)}` : '/thu-tuc';
}

/** The same search with one filter less, from its beginning. */
export function withoutFilter({ query, filters }: Search, name: keyof Filters): Search {
  const { [name]: _, ...left } = filters;
  return { query, filters: left, after: null };
}
