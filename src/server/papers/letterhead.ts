import type { RuleSet } from '#domain/agency/agency.ts';
import { dateInWords, shortMoment } from './wording.ts';

/** What every paper says of itself, whatever it is about. */
export type PaperFacts = {
  readonly ruleSet: RuleSet;
  /** The body above, "Ủy ban nhân dân thành phố Hà Giang"; empty when there is none to name. */
  readonly parentAgency: string;
  readonly agency: string;
  /** Number in the register, `12/PYC-TTHCC`; what stands in its place before it is given, or null for a paper that bears none. */
  readonly number: string | null;
  /** Where it is made out, "Hà Giang". */
  readonly place: string;
  readonly at: Date;
  readonly code: string;
  /** Address of the page where anyone may check this paper; it is what the QR code holds. */
  readonly checkAt: string;
  /** A trial dossier: its papers say so and have no force. */
  readonly trial: boolean;
};

export type SignatureFacts = {
  /** Lines above the name, "TM. Ủy ban nhân dân", "Chủ tịch". */
  readonly titles: readonly string[];
  readonly name: string;
  /** Subject of the certificate it will be signed with; null when it is signed by hand. */
  readonly signedBy: string | null;
};

export type Letterhead = {
  readonly parentAgency: string;
  readonly agency: string;
  readonly number: string | null;
  readonly placeAndDate: string;
  readonly code: string;
  readonly checkAt: string;
  readonly trial: boolean;
};

export type Signature = {
  readonly titles: readonly string[];
  readonly hint: string;
  readonly stamp: { readonly by: string; readonly at: string } | null;
  readonly name: string;
};

/** Every paper's content has one: the template draws it, and the QR code holds its address. */
export type PaperContent = { readonly letterhead: Letterhead };

/** @law ND-30-2020 the parts of an official paper and where each stands (TT-01-2011-BNV before it) */
export function letterhead(facts: PaperFacts): Letterhead {
  return {
    parentAgency: facts.parentAgency.toLocaleUpperCase('vi').replace('ỦY BAN NHÂN DÂN ', 'ỦY BAN NHÂN DÂN\n'),
    agency: facts.agency.toLocaleUpperCase('vi'),
    number: facts.number,
    placeAndDate: `${facts.place}, ${dateInWords(facts.at)}`,
    code: facts.code,
    checkAt: facts.checkAt,
    trial: facts.trial,
  };
}

export function signature({ titles, name, signedBy }: SignatureFacts, at: Date): Signature {
  return {
    titles: titles.map((title) => title.toLocaleUpperCase('vi')),
    hint: '(ký, ghi rõ họ tên)',
    stamp: signedBy === null ? null : { by: signedBy, at: shortMoment(at) },
    name,
  };
}

/** Whoever hands in signs by hand. */
export function handSignature(title: string, name: string): Signature {
  return { titles: [title.toLocaleUpperCase('vi')], hint: '(ký, ghi rõ họ tên)', stamp: null, name };
}
