import type { IconName } from '#lib/ui/icons.ts';
import type { Words } from '#lib/words/words.ts';
import type { HolderView } from '#server/usecases/holder-view.ts';

export type Way = { readonly icon: IconName; readonly words: string; readonly what: string; readonly href: string };

/** What the holder can do now, the most urgent first. */
export function waysOf(view: HolderView, home: string, { tracking }: Words): readonly Way[] {
  const { dossier, asked, resultReady, withdrawal } = view;
  const ways: Way[] = [];
  if (asked) ways.push({ icon: 'file', words: tracking.doSupplement, what: tracking.doSupplementWhat, href: `${home}/bo-sung` });
  if (resultReady) ways.push({ icon: 'down', words: tracking.doResult, what: resultSaid(view, tracking), href: `${home}/ket-qua` });
  if (dossier.state === 'returned') {
    ways.push({ icon: 'check', words: tracking.doRate, what: tracking.doRateWhat, href: home.replace('/ho-so/', '/danh-gia/') });
  }
  if (withdrawal.may !== 'no') {
    const what = withdrawal.may === 'at once' ? tracking.doWithdrawOnce : tracking.doWithdrawAsk;
    ways.push({ icon: 'undo', words: tracking.doWithdraw, what, href: `${home}/rut` });
  }
  if (dossier.state === 'withdrawn' || dossier.state === 'not accepted' || dossier.state === 'stopped') {
    ways.push({ icon: 'next', words: tracking.doApply, what: tracking.doApplyWhat, href: `/thu-tuc/${dossier.procedureId}` });
  }
  ways.push({ icon: 'chat', words: tracking.doAsk, what: tracking.doAskWhat, href: `/phan-anh?ho-so=${encodeURIComponent(dossier.code)}` });
  return ways;
}

/** What he has to do, in a sentence. */
export function dutySaid({ dossier, asked, payment, applicant, receivingAgency, now }: HolderView, words: Words): string {
  const { tracking } = words;
  const agency = receivingAgency.name;
  switch (dossier.state) {
    case 'awaiting supplement':
      if (!asked) return tracking.nothing;
      return (now > asked.answerDueAt ? tracking.mustSupplementLate : tracking.mustSupplement)({ moment: words.moment(asked.answerDueAt) });
    case 'awaiting payment':
      return payment ? tracking.mustPay({ money: words.money(payment.amountVnd), agency }) : tracking.nothing;
    case 'suspended':
      return tracking.mustWait;
    case 'result ready':
      if (applicant?.collection === 'post') return tracking.mustCollectPost;
      return applicant?.collection === 'electronic' ? tracking.mustCollectElectronic : tracking.mustCollectCounter({ agency });
    case 'refused':
      return tracking.mustCollectRefusal({ agency });
    case 'returned':
      return tracking.mayRate;
    case 'withdrawn':
    case 'not accepted':
    case 'stopped':
      return tracking.over;
    default:
      return tracking.nothing;
  }
}

function resultSaid({ dossier }: HolderView, tracking: Words['tracking']): string {
  const number = dossier.result?.number;
  return number ? tracking.doResultWhat({ number }) : tracking.doResultPlain;
}
