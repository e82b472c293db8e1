/** The first letters of a digest in short groups, `7f3a 91c0 5be2`, as papers print it and as one reads it out. */
export function shortDigest(digest: string): string {
  return (digest.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ');
}
