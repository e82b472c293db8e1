import { createContext } from 'svelte';
import type { Words } from '#lib/words/words.ts';

/** The language of the page, set once by the root layout: `const words = useWords()` in any piece or page. */
const [useWords, giveWords] = createContext<Words>();

export { giveWords, useWords };
