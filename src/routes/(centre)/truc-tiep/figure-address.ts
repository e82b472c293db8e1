import { type Figure, figures } from '#domain/indicator/figures.ts';
import { isUuid } from '#domain/text/storable.ts';

/** Which dossiers an address asks for: those behind a figure, of one field, one unit or one agency's share, from a place on. */
export type AskedFigure = {
  readonly figure: Figure;
  readonly fieldId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly shareOf?: string | undefined;
  readonly after?: { readonly submittedAt: Date; readonly dossierId: string } | null;
};

const names: Readonly<Record<Figure, string>> = {
  received: 'da-nhan',
  unseen: 'chua-tiep-nhan',
  'in progress': 'dang-giai-quyet',
  'awaiting supplement': 'cho-bo-sung',
  'standing still': 'tam-dung',
  'due today': 'den-han',
  overdue: 'qua-han',
  early: 'som',
  'on time': 'dung-hen',
  late: 'tre',
  returned: 'da-tra',
};

export function figureAddress({ figure, fieldId, unitId, shareOf, after }: AskedFigure): string {
  const params = new URLSearchParams({ so: names[figure] });
  if (fieldId !== undefined) params.set('linh-vuc', fieldId);
  if (unitId !== undefined) params.set('don-vi', unitId);
  if (shareOf !== undefined) params.set('phan-cua', shareOf);
  if (after) params.set('sau', `${after.submittedAt.getTime()}_${after.dossierId}`);
  return `/truc-tiep/ho-so?${params}`;
}

/** @returns `undefined` for a figure that there is not */
export function readFigureAddress(params: URLSearchParams): AskedFigure | undefined {
  const figure = figures.find((one) => names[one] === params.get('so'));
  const [at = '', dossierId = ''] = (params.get('sau') ?? '').split('_');
  const submittedAt = new Date(Number(at));
  const after = isUuid(dossierId) && !Number.isNaN(submittedAt.getTime()) ? { submittedAt, dossierId } : null;
  const slice = (name: string) => params.get(name) ?? undefined;
  return figure && { figure, fieldId: slice('linh-vuc'), unitId: slice('don-vi'), shareOf: slice('phan-cua'), after };
}
