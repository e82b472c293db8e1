import type { Officer, StaffMember } from '#domain/access/actor.ts';
import type { Agency, Unit, UnitKind } from '#domain/agency/agency.ts';
import type { Receipt } from '#domain/dossier/receive.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { SaidWords } from '#domain/simulation/city.ts';
import type { House } from '#server/house.ts';
import { ensureAgencies } from '#server/store/agencies.ts';
import { ensureCalendar } from '#server/store/calendars.ts';
import { ensureFields } from '#server/store/fields.ts';
import { ensureFormVersion } from '#server/store/forms.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { submitDossier } from '#server/usecases/submit-dossier.ts';
import { clerk, colleague, head, leader, lending, receiver, specialist } from './given.ts';

/** The neutral procedure of `given.ts` with its agencies and staff, in a house of its own. */
export async function keepLendingWorld({ db }: House): Promise<void> {
  await ensureAgencies(db, agencies, units);
  await ensureOfficers(db, Object.values(staff));
  await ensureFields(db, [{ fieldId: lending.fieldId, name: lending.fieldName }]);
  await ensureCalendar(db, { years: [{ year: 2018, provisional: false }], days: [] });
  await ensureProcedureVersions(db, [lending]);
  await ensureFormVersion(db, lendingForm);
  await ensureReferenceStamp(db, crypto.randomUUID());
}

const agency = (agencyId: string, parentId: string | null, kind: Agency['kind']): Agency => ({
  agencyId,
  parentId,
  kind,
  level: 'district',
  name: `Cơ quan ${agencyId}`,
  shortName: agencyId,
  identifiers: { '2018': `000.00.${agencyId}.H22`, '2025': `H22.${agencyId}` },
  address: '',
  phone: '',
  hours: null,
  source: 'made up for tests',
});

export const agencies = [
  agency('city', null, 'people’s committee'),
  agency('centre', 'city', 'centre'),
  agency('music', 'city', 'department'),
];

const kinds: readonly UnitKind[] = ['one-stop', 'professional', 'leadership', 'clerical'];
export const units: Unit[] = agencies.flatMap(({ agencyId }) =>
  kinds.map((kind) => ({ unitId: `${agencyId} ${kind}`, agencyId, kind, name: kind })),
);

const member = ({ personId, agencyId, role }: typeof receiver, kind: UnitKind, name: string): StaffMember => ({
  officerId: personId,
  name,
  title: role,
  madeUp: true,
  assignments: [{ agencyId, unitId: `${agencyId} ${kind}`, role }],
});

/** The people of `given.ts` as members of staff. */
export const staff = {
  receiver: member(receiver, 'one-stop', 'Mã Thị Duyên'),
  specialist: member(specialist, 'professional', 'Lục Thị Hòa'),
  colleague: member(colleague, 'professional', 'Vi Ngọc Sơn'),
  head: member(head, 'professional', 'Nông Văn Dền'),
  leader: member(leader, 'leadership', 'Hoàng Văn Páo'),
  clerk: member(clerk, 'clerical', 'Tráng Thị Mỷ'),
} as const satisfies Record<string, Officer>;

/** Who controls procedures: writes workflows and publishes them. */
export const controller: StaffMember = {
  officerId: '018f0000-0000-7000-8000-00000000c001',
  name: 'Phàn Thị Kiểm',
  title: 'Cán bộ kiểm soát thủ tục',
  madeUp: true,
  assignments: [{ agencyId: 'city', unitId: 'city leadership', role: 'procedure controller' }],
};

export const lendingForm: Form = {
  formId: 'lending',
  version: 1,
  replaces: [],
  pages: [
    {
      pageId: 'applicant',
      title: 'Người mượn',
      intro: null,
      questions: [
        {
          questionId: 'applicant-name',
          kind: 'text',
          label: 'Họ và tên',
          hint: null,
          required: true,
          maxLength: 300,
          choices: [],
          past: false,
          when: null,
        },
      ],
    },
  ],
};

export const lendingAnswers: Answers = {
  'applicant-kind': 'self',
  'applicant-name': 'Sùng Thị Dính',
  'applicant-email': 'dinh@example.org',
};

export const receipt: Receipt = { components: [{ no: 1, originals: 1, copies: 0, inOrder: true }], feeVnd: 0, feePaid: null, note: '' };

/** A citizen's application in this house. */
export async function submitLending(
  house: House,
  commandId: string = crypto.randomUUID(),
  answers: Answers = lendingAnswers,
  version: number = lending.version,
) {
  const answer = await submitDossier(house, lendingForm, {
    commandId,
    procedureId: lending.procedureId,
    version,
    receivingAgencyId: 'centre',
    answers,
    files: [{ componentNo: 1, digest: 'a'.repeat(64), name: 'don.jpg' }],
    trial: false,
  });
  if (isRefusal(answer)) throw new Error(`not submitted: ${JSON.stringify(answer)}`);
  return answer;
}

const words = ['Nói cho rõ'];

/** What is said in a simulated year of lending. */
export const lendingWords: SaidWords = {
  gaps: words,
  explanations: words,
  supplements: words,
  sendBacks: words,
  takeBacks: words,
  refusals: words,
  apologies: words,
  withdrawals: words,
  denials: words,
  conclusions: words,
  setters: words,
  obligations: words,
  proofs: words,
  grounds: words,
  suspensions: words,
  resumptions: words,
  reopenings: words,
  goodComments: words,
  poorComments: words,
};
