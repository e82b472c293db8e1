import type { Agency } from '#domain/agency/agency.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { resultNumber } from '#domain/dossier/result-number.ts';
import type { House } from '#server/house.ts';
import { birthExtract, registeredBirth } from '#server/papers/birth-extract/content.ts';
import { decision } from '#server/papers/decision/content.ts';
import { householdBusinessCertificate, registeredBusiness } from '#server/papers/household-business-certificate/content.ts';
import type { PaperFacts, SignatureFacts } from '#server/papers/letterhead.ts';
import { renderPaper } from '#server/papers/render.ts';
import { dayAsAnswered } from '#server/papers/wording.ts';
import { findForm } from '#server/store/forms.ts';
import { answeredPages } from './issue-submission.ts';
import { headOf, type Occasion, occasionOf, titleOf } from './occasion.ts';
import type { Reference } from './reference.ts';

/** What the result's paper says besides the answers. */
export type Making = {
  readonly conclusion: string;
  /** Null for a draft. */
  readonly number: number | null;
  /** Subject of the certificate that signs it; null when it is signed by hand, or only a draft. */
  readonly signedBy: string | null;
};

/** The result's paper and its number as it stands there. */
export type MadeResult = { readonly pdf: Uint8Array; readonly number: string };

/**
 * Makes the result's paper from the dossier's answers as it stands: the certificate of a birth or of a household business,
 * a decision or certificate for all else.
 *
 * @returns `undefined` when there is no such dossier, or its answers have been wiped
 */
export async function makeResult(house: House, code: string, version: number, making: Making): Promise<MadeResult | undefined> {
  const occasion = await occasionOf(house, code, version);
  if (!occasion?.submission) return undefined;

  const number = resultNumber(making.number, yearOf(dayOf(house.now())), resultName(occasion), issuingAgency(occasion));
  return { pdf: await drawResult(house, occasion, { ...making, isDraft: making.number === null, number }), number };
}

/** The same with the number as it stands on the paper. */
export type Drawing = Omit<Making, 'number'> & { readonly isDraft: boolean; readonly number: string };

/** @throws Error when its answers have been wiped */
export function drawResult(house: House, occasion: Occasion, drawing: Drawing): Promise<Uint8Array> {
  const { reference, history } = occasion;
  const agency = issuingAgency(occasion);
  const signer = signerOf(history, drawing, agency, reference);
  const facts = { ...paperFactsOf(occasion, agency, drawing.number, house.now()), signer };
  return render(house, occasion, agency, facts, drawing);
}

/** The agency of the last step that signs. */
export function issuingAgency({ dossier, agency, reference }: Occasion): Agency {
  const step = dossier.plan.findLast(({ kind }) => kind === 'sign');
  return step ? reference.agencyOf(step.agencyId) : agency;
}

/** What the procedure calls its result. */
export function resultName({ version }: Occasion): string {
  return version.results[0]?.name ?? 'Văn bản trả lời';
}

async function render(
  house: House,
  occasion: Occasion,
  agency: Agency,
  facts: PaperFacts & { readonly signer: SignatureFacts },
  { conclusion }: Drawing,
): Promise<Uint8Array> {
  const { submission, version, dossier, reference } = occasion;
  if (!submission) throw new Error(`${dossier.code} has no answers any more`);
  const { answers, applicant } = submission;
  const at = { now: facts.at };
  switch (version.formId) {
    case 'birth': {
      const as = /^trích lục/iu.test(resultName(occasion)) ? 'extract' : 'certificate';
      const declarant = { name: applicant.representative || applicant.name, identityNumber: applicant.identityNumber };
      const birth = { ...registeredBirth(answers), as, personalNumber: '', declarant } as const;
      const registered = { registeredAt: facts.at, registeredBy: fullName(agency, reference) };
      return renderPaper(house.root, 'birth-extract', birthExtract({ ...facts, ...birth, ...registered }), at);
    }
    case 'household business': {
      const { phone, email } = applicant;
      const business = { ...registeredBusiness(answers), registeredAt: facts.at, phone, email, owner: applicant };
      return renderPaper(house.root, 'household-business-certificate', householdBusinessCertificate({ ...facts, ...business }), at);
    }
    default: {
      const form = await findForm(house.db, version.formId);
      const deciding = {
        result: resultName(occasion),
        procedure: version.name,
        authority: authorityOf(agency),
        grounds: version.legalBasis
          .split(';')
          .map((ground) => ground.trim())
          .filter((ground) => ground !== ''),
        proposedBy: proposerOf(occasion, agency),
        applicant: { ...applicant, bornOn: dayAsAnswered(applicant.bornOn) },
        answers: form ? answeredPages(form, answers).filter((_, no) => form.pages[no]?.pageId !== 'applicant') : [],
        conclusion,
        carriedOutBy: '',
      };
      return renderPaper(house.root, 'decision', decision({ ...facts, ...deciding }), at);
    }
  }
}

/** The chain's head that it prints is that of the moment in which it was made: its own event comes after. */
function paperFactsOf({ dossier, recorded, addresses, reference }: Occasion, agency: Agency, number: string, at: Date): PaperFacts {
  return {
    ruleSet: dossier.ruleSet,
    ...headOf(agency, reference),
    number,
    at,
    code: dossier.code,
    checkAt: addresses.checkAt(recorded.version, recorded.hash),
    trial: dossier.trial,
  };
}

/** Who signed it; a draft leaves the place for him open. */
function signerOf(history: readonly Recorded[], { isDraft, signedBy }: Drawing, agency: Agency, reference: Reference): SignatureFacts {
  const signed = isDraft ? undefined : history.findLast(({ event }) => event.type === 'result signed');
  if (!signed) return { titles: [authorityOf(agency)], name: '', signedBy: null };
  const officerId = signed.by.personId;
  return { titles: [titleOf(officerId, reference)], name: reference.officerNameOf(officerId) ?? '', signedBy };
}

/** Who decides for an agency, as a decision names him. */
function authorityOf({ kind, name }: Agency): string {
  if (kind === 'people’s committee') return `Chủ tịch ${name}`;
  if (name.startsWith('Phòng ')) return name.replace('Phòng ', 'Trưởng phòng ');
  return name.startsWith('Văn phòng ') ? name.replace('Văn phòng ', 'Chánh Văn phòng ') : `Giám đốc ${name}`;
}

/** The agency that appraised it, when another decides. */
function proposerOf({ dossier, reference }: Occasion, agency: Agency): string {
  const step = dossier.plan.findLast(({ kind, agencyId }) => kind === 'appraise' && agencyId !== agency.agencyId);
  return step ? reference.agencyOf(step.agencyId).name : '';
}

/** `Ủy ban nhân dân phường Minh Khai, thành phố Hà Giang, tỉnh Hà Giang` */
function fullName(agency: Agency, { agencyOf, agenciesAbove }: Reference): string {
  const above = agenciesAbove(agency.agencyId)
    .map(agencyOf)
    .filter(({ kind }) => kind === 'people’s committee');
  return [agency.name, ...above.map(({ name }) => name.replace(/^Ủy ban nhân dân /, ''))].join(', ');
}
