/** A part of what a day off came from: words, or an address with the name of its site. */
export type SourcePart = { readonly words: string; readonly href: string | null };

/** An address in the midst of words: where it ends, a blank or one of the signs that only end a sentence. */
const address = /https?:\/\/[^\s;]+/g;

/** What a day off came from, its long addresses as links that are called by their sites: the page is there for the days. */
export function sourceParts(source: string): readonly SourcePart[] {
  const parts: SourcePart[] = [];
  let from = 0;
  for (const found of source.matchAll(address)) {
    parts.push(plain(source.slice(from, found.index)));
    parts.push(linked(found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, plain(source.slice(from))].filter(({ words }) => words !== '');
}

function plain(words: string): SourcePart {
  return { words: words.replaceAll(/\s+;/g, ';'), href: null };
}

function linked(href: string): SourcePart {
  const host = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : '';
  return host === '' ? plain(href) : { words: host, href };
}
