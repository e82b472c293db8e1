import { isStorable } from '#domain/text/storable.ts';
import type { SentFile } from '#server/usecases/keep-files.ts';

/** What stands in a box; a file sent in the place of words is none. */
export function typedIn(form: FormData): (name: string) => string {
  return (name) => {
    const typed = form.get(name);
    return typeof typed === 'string' ? typed : '';
  };
}

/** The files that were chosen: a browser sends an empty one without a name when none was. */
export function filesIn(form: FormData): readonly SentFile[] {
  const files = [...form.values()].filter((value) => value instanceof File && (value.name !== '' || value.size > 0));
  return files.flatMap((file) => (file instanceof File ? [{ name: file.name, content: file.stream() }] : []));
}

/** A file that lies ready: which content under which name. */
export type NamedFile = { readonly digest: string; readonly name: string };

/** What a button to remove a file says. */
export function fileIdOf({ digest, name }: NamedFile): string {
  return `${digest} ${name}`;
}

/** The file that is to be removed; none when none is, or none can be called so. */
export function droppedIn(form: FormData): readonly NamedFile[] {
  const [, digest, name] = /^([0-9a-f]{64}) (.*)$/s.exec(typedIn(form)('drop')) ?? [];
  return digest !== undefined && name !== undefined && isStorable(name) ? [{ digest, name }] : [];
}

/** Whether the body was refused for its size before it was read. */
export function isTooLarge(fault: unknown): boolean {
  for (let cause = fault; cause instanceof Error; cause = cause.cause) {
    if ('status' in cause && cause.status === 413) return true;
  }
  return false;
}
