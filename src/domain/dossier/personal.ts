import type { QuestionKind } from '#domain/form/form.ts';
import { maskIdentity } from '#domain/text/identity.ts';
import { maskPhone } from '#domain/text/phone.ts';
import { masked } from './told.ts';

/** Numbers and addresses by which a person is found: pages show a part of them until an officer asks for the whole, on the record. */
export type PersonalKind = Extract<QuestionKind, 'identity' | 'phone' | 'email'>;

export function isPersonal(kind: QuestionKind): kind is PersonalKind {
  return kind === 'identity' || kind === 'phone' || kind === 'email';
}

/** The part of it that is shown: enough to recognise one's own, too little to find anybody by. Nothing stays nothing. */
export function maskPersonal(kind: PersonalKind, value: string): string {
  if (value === '') return '';
  switch (kind) {
    case 'identity':
      return maskIdentity(value);
    case 'phone':
      return maskPhone(value);
    case 'email':
      return masked(value);
  }
}
