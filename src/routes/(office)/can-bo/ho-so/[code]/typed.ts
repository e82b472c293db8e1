/** What stands in the boxes of a form by their names, so that it comes back as it was typed. Files are not in it. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** Line ends are those of one machine, letters are composed (NFC). */
export function typedFrom(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    typed[name] = [...(typed[name] ?? []), value.replaceAll('\r\n', '\n').normalize('NFC')];
  }
  return typed;
}

/** What stands in one box, without white space around it; empty when there is no such box. */
export function one(typed: Typed, name: string): string {
  return typed[name]?.[0]?.trim() ?? '';
}

/** All that was ticked or stands under one name. */
export function all(typed: Typed, name: string): readonly string[] {
  return typed[name] ?? [];
}

/** The file that was chosen under a name; empty when none was. */
export async function fileIn(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
