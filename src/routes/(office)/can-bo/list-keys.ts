import { isTyping } from './list-memory.ts';

/**
 * Works through a list by keys: J and K go down and up, X ticks, Enter opens. The line one is at has the focus on its link,
 * so that everything else of the keyboard works from there.
 *
 * @param count is told when something was ticked
 */
export function listKeys(event: KeyboardEvent, body: HTMLElement, count: () => void): void {
  if (isTyping(event)) return;
  const lines = [...body.querySelectorAll<HTMLAnchorElement>('.code a')];
  const at = lines.findIndex((line) => line.closest('tr')?.contains(document.activeElement));
  switch (event.key) {
    case 'j':
    case 'J':
      lines[Math.min(at + 1, lines.length - 1)]?.focus();
      break;
    case 'k':
    case 'K':
      lines[Math.max(at - 1, 0)]?.focus();
      break;
    case 'x':
    case 'X':
      tick(lines[at]);
      count();
      break;
    case 'Enter':
      if (document.activeElement?.matches('input[name=c]')) lines[at]?.click();
      else return;
      break;
    default:
      return;
  }
  event.preventDefault();
}

function tick(line: HTMLAnchorElement | undefined): void {
  const box = line?.closest('tr')?.querySelector<HTMLInputElement>('input[name=c]');
  if (box) box.checked = !box.checked;
}
