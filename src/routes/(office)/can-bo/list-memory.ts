/** The list that an officer works through: where it is, and its dossiers in their order. Kept by his browser while the tab is open. */
export type ListMemory = { readonly address: string; readonly codes: readonly string[] };

const key = 'danh-sach';

export function rememberList(list: ListMemory): void {
  sessionStorage.setItem(key, JSON.stringify(list));
}

/** @returns null when he came another way */
export function recallList(): ListMemory | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  return isList(kept) ? kept : null;
}

/** Whether a key is meant for a box or a button, or for the browser; then it is none of ours. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const inBox =
    target instanceof HTMLElement && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, button') !== null;
  return inBox || ctrlKey || metaKey || altKey;
}

function isList(kept: unknown): kept is ListMemory {
  return typeof kept === 'object' && kept !== null && 'address' in kept && 'codes' in kept && Array.isArray(kept.codes);
}
