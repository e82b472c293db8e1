import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import type { Refusal, RefusalCode } from '#domain/refusal.ts';
import type { Wrong } from '#lib/ui/ErrorSummary.svelte';
import type { Words } from '#lib/words/words.ts';

/** What stands against an act: beside the boxes it is about and in the summary, or above the form when no box is to blame. */
export type WrongPlaces = {
  readonly beside: Readonly<Record<string, string>>;
  readonly summary: readonly Wrong[];
  readonly above: string | undefined;
};

/** The box that a refusal of the rules is about. */
const places: Partial<Record<RefusalCode, string>> = {
  'reason-missing': 'ly-do',
  'gap-missing': 'thieu',
  'answer-time-past': 'truoc-ngay',
  'second-supplement-needs-reason': 'ly-do-lan-hai',
  'recipient-missing': 'nguoi-nhan',
  'amount-missing': 'so-tien',
  'obligation-setter-missing': 'co-quan',
  'ground-missing': 'can-cu',
  'payment-proof-missing': 'chung-tu',
  'new-due-time-not-later': 'hen-ngay',
  'nobody-before': 've-buoc',
  'way-missing': 'huong-0',
  'component-missing': 'dat',
  'file-empty': 'tep',
  'file-too-large': 'tep',
  'file-type-unknown': 'tep',
  'file-unreadable': 'tep',
};

/** @param labels what the questions of the dossier's own form are called, by their ids */
export function wrongPlaces(
  act: OfficerAct,
  { refused, at, facts }: Refusal,
  words: Words,
  labels: Readonly<Record<string, string>> = {},
): WrongPlaces {
  if (at) {
    const beside = Object.fromEntries(Object.entries(at).map(([name, what]) => [name, words.wrong[what]]));
    const summary = Object.entries(beside).map(([id, what]) => ({ id, words: `${labels[id] ?? labelOf(act, id, words)}: ${lower(what)}` }));
    return { beside, summary, above: undefined };
  }
  const place = places[refused];
  const said = refused === 'file-type-unknown' ? words.actForm.onlyPdf : words.refusal[refused];
  const named = refused === 'component-missing' ? facts?.component : refused === 'no-place-on-way' ? facts?.place : undefined;
  const what = named ? `${said} ${named}.` : said;
  return place
    ? { beside: { [place]: what }, summary: [{ id: place, words: what }], above: undefined }
    : { beside: {}, summary: [], above: what };
}

/** What a box is called on the form. */
function labelOf(act: OfficerAct, name: string, { actForm: said }: Words): string {
  const [, kind, no = ''] = /^(chinh|sao|vi-sao)-(\d+)$/.exec(name) ?? [];
  if (kind) return { chinh: said.originalsOf({ no }), sao: said.copiesOf({ no }), 'vi-sao': said.gapWhyOf({ no }) }[kind] ?? name;
  const ofReason: Partial<Record<OfficerAct, string>> = {
    'take back dossier': said.takeBackReason,
    'send back dossier': said.backReason,
    'suspend dossier': said.suspendReason,
    'resume dossier': said.resumeReason,
    'reopen dossier': said.reopenReason,
    'move to version': said.moveReason,
    'correct dossier': said.correctReason,
    'answer withdrawal': said.answerReason,
    apologise: said.apologyReason,
  };
  const labels: Readonly<Record<string, string>> = {
    'ly-do': ofReason[act] ?? said.reasons,
    'can-cu': said.ground,
    'cach-lap': said.made,
    'cach-nop': said.howToPay,
    'cach-tra': said.how,
    'chung-tu': said.paymentProof,
    'co-quan': said.setBy,
    cho: act === 'assign dossier' ? said.colleague : said.nextOfficer,
    'dong-y': said.answer,
    'ghi-chu': said.note,
    'giai-thich': said.explanationShort,
    'hen-ngay': said.promisedDay,
    'ket-luan': said.conclusion,
    'ly-do-lan-hai': said.headReason,
    'nguoi-nhan': said.recipient,
    phi: said.fee,
    'so-tien': said.amount,
    'thieu-khac': said.otherGaps,
    'truoc-ngay': said.answerDay,
    've-buoc': act === 'reopen dossier' ? said.reopenTo : said.backTo,
  };
  return labels[name] ?? name;
}

function lower(word: string): string {
  return word.charAt(0).toLocaleLowerCase('vi') + word.slice(1);
}
