/** Letters that stand for another and that no decomposition takes apart: đ and what is mistaken for it. */
const likeD = /[đĐðÐɖƉ]/g;

/**
 * Text as it is searched: small letters without tone and letter marks, words parted by one space.
 * Both placements of a tone fold to the same, and so does what was typed in decomposed form.
 *
 * @example "Hoà  Đăng-ký" folds to "hoa dang ky"
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(likeD, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
}
