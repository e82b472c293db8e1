import type { DossierEvent } from './events.ts';

/** The free words that were written with an event, as lines; none when there were none or they have been wiped. */
export function noteLines(event: DossierEvent): readonly string[] {
  if (!('sealed' in event) || !event.sealed) return [];
  switch (event.type) {
    case 'received':
    case 'handed on':
    case 'withdrawn':
    case 'message came':
      return lines(event.sealed.note);
    case 'sent back':
    case 'hand-over withdrawn':
    case 'resumed':
    case 'reopened':
    case 'corrected':
    case 'moved to version':
    case 'withdrawal requested':
    case 'withdrawal denied':
    case 'apology given':
      return lines(event.sealed.reason);
    case 'due time recounted':
      return lines(event.sealed.ground);
    case 'not accepted':
    case 'refused':
      return [...event.sealed.reasons, ...lines(event.sealed.ground)];
    case 'supplement requested':
      return [
        ...event.sealed.gaps.map(({ component, why }) => (why ? `${component}: ${why}` : component)),
        ...lines(event.sealed.explanation),
        ...lines(event.sealed.headReason),
      ];
    case 'supplement given':
      return [...event.sealed.fileNames, ...lines(event.sealed.note)];
    case 'result drafted':
      return lines(event.sealed.conclusion);
    case 'payment requested':
      return [event.sealed.setBy, event.sealed.ground, ...lines(event.sealed.how)];
    case 'payment recorded':
      return lines(event.sealed.proof);
    case 'suspended':
      return [event.sealed.reason, event.sealed.ground];
    case 'returned':
      return lines(event.sealed.recipient);
    case 'submitted':
      return [];
  }
}

function lines(text: string): string[] {
  return text === '' ? [] : [text];
}
