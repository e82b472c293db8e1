import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { unitWithAgency } from '#domain/agency/agency.ts';
import type { Figure } from '#domain/indicator/figures.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type FigureLine, type FigurePlace, listFigure as list, type Slice } from '#server/store/reports/figures.ts';
import { dayLooked } from './read-figures.ts';
import { referenceOf } from './reference.ts';

export type FigureList = {
  readonly lines: readonly (FigureLine & {
    readonly procedureName: string;
    readonly stepName: string | null;
    readonly unitName: string | null;
  })[];
  readonly next: FigurePlace | null;
  readonly sliceName: string | null;
};

/** Who reads a figure opens it to the dossiers behind it; they are named by code and procedure, not by applicant. */
export async function listFigure(
  house: House,
  officer: Officer,
  figure: Figure,
  slice: Slice,
  after: FigurePlace | null,
  limit = 50,
): Promise<FigureList | Refusal> {
  const by = mayDo(officer, 'read figures');
  if (isRefusal(by)) return by;

  const reference = await referenceOf(house);
  const unitName = (unitId: string | null | undefined) => {
    const unit = reference.units.find((one) => one.unitId === unitId);
    return unit ? unitWithAgency(unit, reference.agencyOf(unit.agencyId)) : null;
  };
  const lines = await list(house.db, figure, dayLooked(house.now()), slice, after, limit + 1);
  const shown = lines.slice(0, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  return {
    lines: await Promise.all(
      shown.map(async (line) => {
        const { name, steps } = await reference.versionOf(line.procedureId, line.procedureVersion);
        return {
          ...line,
          procedureName: name,
          stepName: steps.find(({ no }) => no === line.stepNo)?.name ?? null,
          unitName: unitName(line.unitId),
        };
      }),
    ),
    next: last ? { submittedAt: last.submittedAt, dossierId: last.dossierId } : null,
    sliceName:
      reference.fields.find(({ fieldId }) => fieldId === slice.fieldId)?.name ??
      reference.agencies.find(({ agencyId }) => agencyId === slice.shareOf)?.shortName ??
      unitName(slice.unitId),
  };
}
