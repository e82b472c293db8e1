import type { Agency } from '#domain/agency/agency.ts';
import type { Reception } from './procedure.ts';

/** Where a procedure can be handed in: at the centre, or at every ward and commune; nowhere when only the agency itself receives it. */
export function receiversOf({ reception }: { readonly reception: Reception }, agencies: readonly Agency[]): readonly Agency[] {
  if (reception === 'centre') return agencies.filter(({ kind }) => kind === 'centre');
  return reception === 'commune' ? agencies.filter(({ level }) => level === 'commune') : [];
}
