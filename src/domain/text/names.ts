const collator = new Intl.Collator('vi');

/** Vietnamese order: a ă â … d đ e ê … are letters of their own, tones only break ties. */
export function compareTexts(one: string, other: string): number {
  return collator.compare(withDCrossed(one), withDCrossed(other));
}

/** Persons by given name, which is the last word, then by the rest from its beginning. A name of one word is a given name. */
export function comparePersons(one: string, other: string): number {
  return compareTexts(givenName(one), givenName(other)) || compareTexts(one, other);
}

function givenName(name: string): string {
  return name.trim().split(/\s+/u).at(-1) ?? '';
}

/** Ð and Ɖ look like Đ and are taken for it. */
function withDCrossed(text: string): string {
  return text.replace(/[ÐƉ]/gu, 'Đ').replace(/[ðɖ]/gu, 'đ');
}
