import type { CountedDue } from '#lib/words/due-said.ts';
import { dueSentences } from '#lib/words/due-sentences.ts';
import { wordsFor } from '#lib/words/words.ts';
import type { DueSaid } from './content.ts';

/** Why it is owed when it is, as pages say it: on paper in both languages, as it goes home with whoever cannot ask here. */
export function dueInWords(counted: CountedDue): DueSaid {
  return { vietnamese: dueSentences(counted, wordsFor('vi')), english: dueSentences(counted, wordsFor('en')) };
}
