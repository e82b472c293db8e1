/** What can be typed into, so that a figure or letter there is text and no shortcut. */
const written = 'input:not([type=checkbox]):not([type=radio]), textarea, select';

/** The first place of a part to type in, of the papers the first tick; a choice between circles only where there is nothing else. */
export function focusPart(form: HTMLElement, no: string): boolean {
  const part = form.querySelector(`[data-part="${no}"]`);
  if (!part) return false;
  const places = [...part.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, button, select')].filter(isShown);
  const first = places.find(isTick) ?? places.find((place) => !place.matches('[type=radio]')) ?? places[0];
  part.scrollIntoView({ block: 'start' });
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/** Ticks the paper of this number, or takes its tick away; one that depends on a condition then applies. */
export function tickPaper(form: HTMLElement, no: string): boolean {
  const box = boxOf(form, no);
  if (!box) return false;
  setTick(form, no, !box.checked);
  if (isShown(box)) box.focus();
  else appliesOf(form, no, 'no')?.focus();
  return true;
}

/** Ticks every paper that applies. */
export function tickAll(form: HTMLElement): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[data-paper]')) {
    const no = box.dataset.paper ?? '';
    if (!appliesOf(form, no, 'no')?.checked) setTick(form, no, true);
  }
}

/** Opens the line for what is missing in the paper that one is at. */
export function noteGap(at: Element): boolean {
  const row = at.closest('tr');
  const gap = row?.querySelector('details');
  const line = gap?.querySelector('input');
  if (!gap || !line || !isShown(gap)) return false;
  gap.open = true;
  line.focus();
  return true;
}

/** Whether a key without Alt or Ctrl means a shortcut here: in the papers' part, and not where one writes. */
export function isAtPapers(at: EventTarget | null): at is Element {
  return at instanceof Element && at.closest('[data-part="3"]') !== null && !at.matches(written);
}

/** From the search to the procedures that were found, and between them. */
export function stepThrough(list: HTMLElement, from: Element, key: string): boolean {
  const lines = [...list.querySelectorAll<HTMLElement>('button')];
  const at = lines.findIndex((line) => line.isSameNode(from));
  const to = lines[at + (key === 'ArrowDown' ? 1 : -1)];
  to?.focus();
  return to !== undefined;
}

function setTick(form: HTMLElement, no: string, ticked: boolean): void {
  const box = boxOf(form, no);
  if (!box) return;
  const applies = appliesOf(form, no, ticked ? 'yes' : 'no');
  if (applies) applies.checked = true;
  box.checked = ticked;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function appliesOf(form: HTMLElement, no: string, says: 'yes' | 'no'): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name="applies-${CSS.escape(no)}"][value="${says}"]`);
}

function boxOf(form: HTMLElement, no: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[data-paper="${CSS.escape(no)}"]`);
}

function isTick(place: HTMLElement): boolean {
  return place.matches('[data-paper]');
}

function isShown(place: HTMLElement): boolean {
  return place.checkVisibility();
}
