import type { Answers } from '#domain/form/form.ts';
import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dayAsAnswered, dayInLetters, shortDate } from '#server/papers/wording.ts';

export type BirthExtractFacts = PaperFacts &
  RegisteredBirth & {
    /** The certificate is given once, at registration; an extract as often as it is asked for. */
    readonly as: 'certificate' | 'extract';
    /** Personal number given at registration; empty when there is none yet. */
    readonly personalNumber: string;
    readonly declarant: { readonly name: string; readonly identityNumber: string };
    readonly registeredAt: Date;
    /** "Ủy ban nhân dân phường Minh Khai, thành phố Hà Giang, tỉnh Hà Giang" */
    readonly registeredBy: string;
    readonly signer: SignatureFacts;
  };

/** Days as in a form's answers, `2018-04-27`; what is not known is empty. */
export type RegisteredBirth = {
  readonly child: {
    readonly name: string;
    readonly bornOn: string;
    readonly sex: string;
    readonly ethnicGroup: string;
    readonly nationality: string;
    readonly birthplace: string;
    readonly homeTown: string;
  };
  readonly mother: Parent | null;
  readonly father: Parent | null;
};

export type Parent = {
  readonly name: string;
  readonly bornOn: string;
  readonly ethnicGroup: string;
  readonly nationality: string;
  readonly address: string;
};

export type BirthExtractContent = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly name: string;
  readonly bornOn: string;
  readonly bornInLetters: string;
  readonly sex: string;
  readonly ethnicGroup: string;
  readonly nationality: string;
  readonly birthplace: string;
  readonly homeTown: string;
  readonly personalNumber: string;
  readonly mother: Parent;
  readonly father: Parent;
  readonly declarant: string;
  readonly declarantIdentity: string;
  readonly registeredBy: string;
  readonly registeredOn: string;
  readonly signerSignature: Signature;
};

/** A line of a certificate that is left open is struck out, so that nothing can be written into it. */
const struckOut = '-----';

/** @law LUAT-HO-TICH-2014 article 14: what a birth registration holds */
export function birthExtract(facts: BirthExtractFacts): BirthExtractContent {
  const { child, declarant } = facts;
  return {
    letterhead: letterhead(facts),
    title: facts.as === 'certificate' ? 'GIẤY KHAI SINH' : 'TRÍCH LỤC KHAI SINH',
    name: child.name.toLocaleUpperCase('vi'),
    bornOn: stated(dayAsAnswered(child.bornOn)),
    bornInLetters: stated(dayInLetters(child.bornOn)),
    sex: stated(child.sex),
    ethnicGroup: stated(child.ethnicGroup),
    nationality: stated(child.nationality),
    birthplace: stated(child.birthplace),
    homeTown: stated(child.homeTown),
    personalNumber: stated(facts.personalNumber),
    mother: parent(facts.mother),
    father: parent(facts.father),
    declarant: stated(declarant.name),
    declarantIdentity: stated(declarant.identityNumber),
    registeredBy: stated(facts.registeredBy),
    registeredOn: shortDate(facts.registeredAt),
    signerSignature: signature(facts.signer, facts.at),
  };
}

/** Child and parents as the form for registering a birth was answered. */
export function registeredBirth(answers: Answers): RegisteredBirth {
  const answer = (question: string) => answers[question] ?? '';
  const parentOf = (who: 'mother' | 'father'): Parent => ({
    name: answer(`${who}-name`),
    bornOn: answer(`${who}-born-on`),
    ethnicGroup: answer(`${who}-ethnic-group`),
    nationality: answer(`${who}-nationality`),
    address: answer(`${who}-address`),
  });
  return {
    child: {
      name: answer('child-name'),
      bornOn: answer('child-born-on'),
      sex: sexes[answer('child-sex')] ?? '',
      ethnicGroup: answer('child-ethnic-group'),
      nationality: answer('child-nationality'),
      birthplace: answer('child-birthplace'),
      homeTown: answer('child-home-town'),
    },
    mother: answer('mother-stated') === 'yes' ? parentOf('mother') : null,
    father: ['married', 'recognised'].includes(answer('father-stated')) ? parentOf('father') : null,
  };
}

const sexes: Readonly<Record<string, string>> = { female: 'Nữ', male: 'Nam' };

function parent(facts: Parent | null): Parent {
  return {
    name: stated(facts?.name.toLocaleUpperCase('vi')),
    bornOn: stated(facts && dayAsAnswered(facts.bornOn)),
    ethnicGroup: stated(facts?.ethnicGroup),
    nationality: stated(facts?.nationality),
    address: stated(facts?.address),
  };
}

function stated(value: string | null | undefined): string {
  return value || struckOut;
}
