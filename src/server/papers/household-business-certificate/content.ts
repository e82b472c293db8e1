import type { Answers } from '#domain/form/form.ts';
import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dateInWords, dayAsAnswered, dong, numberInLetters } from '#server/papers/wording.ts';

export type HouseholdBusinessCertificateFacts = PaperFacts &
  RegisteredBusiness & {
    readonly registeredAt: Date;
    readonly phone: string;
    readonly email: string;
    readonly owner: {
      readonly name: string;
      /** As in a form's answers, `1985-03-09`. */
      readonly bornOn: string;
      readonly identityNumber: string;
      readonly address: string;
    };
    readonly signer: SignatureFacts;
  };

export type RegisteredBusiness = {
  readonly name: string;
  readonly address: string;
  /** Lines of business, one a line. */
  readonly business: string;
  /** Null where it was not stated as a number. */
  readonly capitalVnd: number | null;
  readonly founders: 'individual' | 'group' | 'household';
  /** Those who take part besides the owner, one a line; empty for a single person. */
  readonly members: string;
};

export type HouseholdBusinessCertificateContent = {
  readonly letterhead: Letterhead;
  readonly registeredOn: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly ownerTitle: string;
  readonly ownerName: string;
  readonly ownerRows: readonly { readonly label: string; readonly value: string }[];
  readonly membersTitle: string;
  readonly members: readonly string[];
  readonly signerSignature: Signature;
};

/**
 * @law ND-78-2015 certificate of a household business
 * @law ND-168-2025 its owner is no longer called its representative, its place is its head office
 */
export function householdBusinessCertificate(facts: HouseholdBusinessCertificateFacts): HouseholdBusinessCertificateContent {
  const newer = facts.ruleSet === '2025';
  const { owner } = facts;
  return {
    letterhead: letterhead(facts),
    registeredOn: dateInWords(facts.registeredAt),
    rows: told([
      ['Tên hộ kinh doanh', facts.name.toLocaleUpperCase('vi')],
      [newer ? 'Địa chỉ trụ sở hộ kinh doanh' : 'Địa điểm kinh doanh', facts.address],
      ['Điện thoại', facts.phone],
      ['Thư điện tử', facts.email],
      ['Ngành, nghề kinh doanh', facts.business],
      ['Vốn kinh doanh', capital(facts.capitalVnd)],
    ]),
    ownerTitle: newer ? 'Chủ hộ kinh doanh' : 'Đại diện hộ kinh doanh',
    ownerName: owner.name.toLocaleUpperCase('vi'),
    ownerRows: told([
      ['Sinh ngày', dayAsAnswered(owner.bornOn)],
      [newer ? 'Số định danh cá nhân' : 'Số giấy chứng thực cá nhân', owner.identityNumber],
      [newer ? 'Địa chỉ liên lạc' : 'Chỗ ở hiện tại', owner.address],
    ]),
    membersTitle: facts.founders === 'household' ? 'Thành viên hộ gia đình tham gia' : 'Cá nhân góp vốn',
    members: facts.founders === 'individual' ? [] : lines(facts.members),
    signerSignature: signature(facts.signer, facts.at),
  };
}

/** The business as the form for founding it was answered. */
export function registeredBusiness(answers: Answers): RegisteredBusiness {
  const answer = (question: string) => answers[question] ?? '';
  const founders = answer('founder-kind');
  const figures = answer('capital-vnd').replace(/[. ]/g, '');
  return {
    name: answer('business-name'),
    address: answer('business-address'),
    business: answer('business-lines'),
    capitalVnd: /^\d{1,15}$/.test(figures) ? Number(figures) : null,
    founders: founders === 'group' || founders === 'household' ? founders : 'individual',
    members: answer('members'),
  };
}

function capital(vnd: number | null): string {
  if (vnd === null) return '';
  const letters = numberInLetters(vnd);
  return `${dong(vnd)} (bằng chữ: ${letters.charAt(0).toLocaleUpperCase('vi')}${letters.slice(1)} đồng)`;
}

function told(rows: readonly (readonly [label: string, value: string])[]) {
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
