import type { Officer } from '#domain/access/actor.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import { numberResult as decide, type Numbering } from '#domain/dossier/result.ts';
import { resultNumber } from '#domain/dossier/result-number.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Loaded } from '#server/store/dossiers.ts';
import { nextResultNumber } from '#server/store/results.ts';
import { type Acted, actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';
import { keepPaper } from './issue-paper.ts';
import { issuingAgency, makeResult, resultName } from './make-result.ts';
import { lastOf, type Occasion, occasionOf } from './occasion.ts';
import { tryOnDossier } from './try-on-dossier.ts';

/**
 * The clerk gives the signed result the next number of the agency's year, and the certificate's signature where one is set.
 * What was made from the answers is made anew with number and date; what was uploaded stays as it is but for the signature.
 * A number that is taken in vain is a gap, and a gap does no harm.
 */
export async function numberResult(house: House, officer: Officer, command: Command<object>): Promise<Acted | Refusal | undefined> {
  const by = byOfficer(officer, 'number result');
  const nothing: Numbering = { number: '', digest: '', signedWithCertificate: false };
  const tried = await tryOnDossier(house, by, command, (dossier, _, facts) => decide(dossier, nothing, facts));
  if (!tried || isRefusal(tried)) return tried;

  const numbering = tried.done ? nothing : await numberAndSign(house, tried);
  if (isRefusal(numbering)) return numbering;
  return actOnDossier(house, by, command, (dossier, _, facts) =>
    dossier.result?.digest === tried.dossier.result?.digest ? decide(dossier, numbering, facts) : refuse('dossier-moved'),
  );
}

async function numberAndSign(house: House, { dossier, end }: Loaded): Promise<Numbering | Refusal> {
  const occasion = await occasionOf(house, dossier.code, end.version);
  const drafted = occasion && lastOf(occasion.history, 'result drafted');
  if (!drafted) return refuse('result-missing');

  const agency = issuingAgency(occasion);
  const year = yearOf(dayOf(house.now()));
  const number = await nextResultNumber(house.db, agency.agencyId, year);
  if (drafted.made === 'uploaded') {
    const said = resultNumber(number, year, resultName(occasion), agency);
    const theirs = await house.files.read(drafted.digest);
    const { pdf, signed } = await sign(house, occasion, theirs, said).catch(() => unsigned(theirs));
    return { number: said, digest: (await keepPaper(house, pdf)).digest, signedWithCertificate: signed };
  }
  const making = { conclusion: drafted.sealed?.conclusion ?? '', number, signedBy: house.signer.subject };
  const made = await makeResult(house, dossier.code, end.version, making);
  if (!made) return refuse('result-missing');
  const { pdf, signed } = await sign(house, occasion, made.pdf, made.number);
  return { number: made.number, digest: (await keepPaper(house, pdf)).digest, signedWithCertificate: signed };
}

function sign({ signer, now }: House, occasion: Occasion, pdf: Uint8Array, number: string) {
  const signed = occasion.history.findLast(({ event }) => event.type === 'result signed');
  const name = (signed && occasion.reference.officerNameOf(signed.by.personId)) ?? '';
  return signer.sign(pdf, { name, reason: `${resultName(occasion)}, số ${number}`, at: now() });
}

/** A PDF that was signed elsewhere in a way that takes no other signature stays as it is: its own is worth more than ours. */
function unsigned(pdf: Uint8Array) {
  return { pdf, signed: false } as const;
}
