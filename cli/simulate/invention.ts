import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersOf, readInvented } from '#cli/demo/people.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Invention } from '#server/usecases/simulate-dossiers.ts';

/** What is asked for more often than the rest: by field, and of the rest each as often as any. */
const weightByField: Readonly<Record<string, number>> = {
  'chung-thuc': 12,
  'ho-tich': 9,
  'cu-tru': 6,
  'dat-dai': 5,
  'ho-kinh-doanh': 5,
  'bao-tro-xa-hoi': 3,
  'giam-ngheo': 3,
  'nguoi-co-cong': 2.5,
  'xay-dung': 2,
  'giao-duc': 1.5,
};

/** What most people come for: births, household businesses, funeral allowances. */
const weightById: Readonly<Record<string, number>> = { 'HGX-001': 260, 'HG-125': 170, 'HG-228': 50 };

/** Of those who apply in a field, so many owe a tax or a fee that another agency sets. */
const paymentShareByField: Readonly<Record<string, number>> = { 'dat-dai': 0.3, 'xay-dung': 0.1 };

/** The made-up people and words of the demonstration, and how often they come for what. */
export function inventionOf(root: string): Invention {
  const invented = readInvented(root);
  return {
    answersOf: (version, chance, today) => answersOf(version, invented, chance, today),
    words: invented,
    weightOf: ({ procedureId, fieldId }: ProcedureVersion) => weightById[procedureId] ?? weightByField[fieldId] ?? 1,
    paymentShareOf: ({ fieldId }) => paymentShareByField[fieldId] ?? 0,
    exhibits: [],
    isDrawnUp: () => false,
    page: readFileSync(path.join(root, 'data/demo/sample-paper.pdf')),
    calendarAgencyId: 'trung-tam',
  };
}
