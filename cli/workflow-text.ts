import { readFileSync, statSync } from 'node:fs';
import { largestFile, textOfFile, tooLarge } from '#domain/workflow/guard-xml.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';

/** The text of a file of a workflow; one that is too large is not even opened. @throws Error when there is no such file */
export function readWorkflowText(file: string): string | RefusedPart {
  return statSync(file).size > largestFile ? tooLarge() : textOfFile(readFileSync(file));
}
