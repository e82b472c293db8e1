import { PassThrough } from 'node:stream';
import { spec, type TestEvent } from 'node:test/reporters';

/** What node's own reporter says, and then the plain last line that a machine reads: `N passed, N failed`. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let last = '0 passed, 1 failed\n';
  const events = new PassThrough({ objectMode: true });
  const lines = events.pipe(new spec());
  const feed = async () => {
    for await (const event of source) {
      if (event.type === 'test:summary' && !event.data.file) last = lastLine(event.data.counts);
      events.write(event);
    }
    events.end();
  };
  const fed = feed();
  for await (const line of lines) yield String(line);
  await fed;
  yield last;
}

/** One that was cut short has failed. */
/** Who did not pass and was not left out has failed, or was cancelled because another did. */
function lastLine({ tests, passed, skipped, todo }: Record<'tests' | 'passed' | 'skipped' | 'todo', number>): string {
  return `${passed} passed, ${tests - passed - skipped - todo} failed${skipped ? `, ${skipped} skipped` : ''}\n`;
}
