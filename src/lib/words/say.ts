import IntlMessageFormat from 'intl-messageformat';

export type Locale = 'vi' | 'en';

/** ICU messages by section and key. Vietnamese ones name their facts plainly, `{count}`: their types are read from them. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The facts that a message names in braces. */
export type Facts<Message extends string> = Message extends `${string}{${infer Fact}}${infer Rest}`
  ? { readonly [Name in FactName<Fact>]: string | number } & Facts<Rest>
  : unknown;

type FactName<Fact extends string> = Fact extends `${infer Name},${string}` ? Name : Fact;

/** A message without facts is a string; one with facts is a function of them. */
export type Said<Message extends string> = Message extends `${string}{${string}` ? (facts: Facts<Message>) => string : string;

export type Sayings<Section extends Readonly<Record<string, string>>> = { readonly [Key in keyof Section]: Said<Section[Key]> };

/** Every message of a language, ready to be said. A message is parsed when it is first said. */
export function sayingsOf<All extends Messages>(
  messages: { readonly [S in keyof All]: Readonly<Record<keyof All[S], string>> },
  locale: Locale,
) {
  const sections = Object.entries(messages).map(([section, texts]) => [
    section,
    Object.fromEntries(Object.entries<string>(texts).map(([key, text]) => [key, saying(text, locale)])),
  ]);
  return Object.fromEntries(sections) as { readonly [S in keyof All]: Sayings<All[S]> };
}

function saying(text: string, locale: Locale): string | ((facts: Readonly<Record<string, string | number>>) => string) {
  if (!text.includes('{')) return text;

  let parsed: IntlMessageFormat | undefined;
  return (facts) => {
    parsed ??= new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    return String(parsed.format(facts));
  };
}
