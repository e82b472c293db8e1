import { type DossierState, dossierStates } from '#domain/dossier/dossier.ts';
import { type WorkView, workViews } from '#domain/dossier/work-view.ts';
import { isStorable, isUuid } from '#domain/text/storable.ts';

/** What an address of the work list asks for. */
export type AskedWork = {
  readonly view: WorkView;
  readonly procedureId: string | null;
  readonly state: DossierState | null;
  readonly after: { readonly dueAt: Date | null; readonly dossierId: string } | null;
};

const views: Readonly<Record<WorkView, string>> = {
  all: '',
  mine: 'cua-toi',
  untaken: 'chua-nhan',
  overdue: 'qua-han',
  today: 'hom-nay',
  warned: 'da-nhac',
};

/** The states that a dossier of a work list can be in, as they stand in an address. */
export const workStates = {
  submitted: 'da-nop',
  'awaiting supplement': 'cho-bo-sung',
  'awaiting payment': 'cho-nop-tien',
  suspended: 'tam-dung',
  received: 'da-tiep-nhan',
  'in progress': 'dang-giai-quyet',
  'result ready': 'da-co-ket-qua',
  refused: 'tu-choi',
} as const satisfies Partial<Record<DossierState, string>>;

export function readWorkAddress(params: URLSearchParams): AskedWork {
  const procedureId = params.get('thu-tuc') ?? '';
  return {
    view: workViews.find((view) => views[view] === (params.get('xem') ?? '')) ?? 'all',
    procedureId: procedureId !== '' && isStorable(procedureId) ? procedureId : null,
    state: dossierStates.find((state) => state in workStates && slugOf(state) === params.get('trang-thai')) ?? null,
    after: readPlace(params.get('sau') ?? ''),
  };
}

export function workAddress({ view, procedureId, state, after }: AskedWork): string {
  const params = new URLSearchParams();
  if (views[view] !== '') params.set('xem', views[view]);
  if (procedureId) params.set('thu-tuc', procedureId);
  if (state) params.set('trang-thai', slugOf(state));
  if (after) params.set('sau', `${after.dueAt?.getTime() ?? ''}_${after.dossierId}`);
  return params.size === 0 ? '/can-bo' : `/can-bo?${params}`;
}

function slugOf(state: DossierState): string {
  const slugs: Partial<Record<DossierState, string>> = workStates;
  return slugs[state] ?? '';
}

/** What stands in the address for a view. */
export function slugOfView(view: WorkView): string {
  return views[view];
}

function readPlace(text: string): AskedWork['after'] {
  const [due = '', dossierId = ''] = text.split('_');
  const dueAt = due === '' ? null : new Date(Number(due));
  return isUuid(dossierId) && (dueAt === null || !Number.isNaN(dueAt.getTime())) ? { dueAt, dossierId } : null;
}
