/**
 * A letter's plain text as simple HTML: paragraphs, line breaks, and addresses that can be followed.
 * Everything in it is text: what looks like markup is shown as it was typed.
 */
export function asHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${paragraph.split('\n').map(withLinks).join('<br>')}</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}

function withLinks(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"'()]+)/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
