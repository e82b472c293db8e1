import type { Chance } from './chance.ts';

/** An id of version 7 of this moment, by chance: rows of one time lie together. */
export function idAt(at: Date, chance: Chance): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const [one, two, three] = [digits(chance), digits(chance), digits(chance)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variantOf(one)}${one.slice(4, 7)}-${two}${three.slice(0, 4)}`;
}

/** An id of version 4, as a form makes one for its command. */
export function commandIdOf(chance: Chance): string {
  const [one, two, three, four] = [digits(chance), digits(chance), digits(chance), digits(chance)];
  return `${one}-${two.slice(0, 4)}-4${two.slice(4, 7)}-${variantOf(three)}${three.slice(0, 3)}-${three.slice(4)}${four}`;
}

/** 128 bits. */
export function saltOf(chance: Chance): string {
  return digits(chance) + digits(chance) + digits(chance) + digits(chance);
}

/** Eight hexadecimal digits. */
function digits(chance: Chance): string {
  return (chance.part() * 4_294_967_296).toString(16).padStart(8, '0');
}

function variantOf(word: string): string {
  return '89ab'[Number.parseInt(word.slice(7), 16) % 4] ?? '8';
}
