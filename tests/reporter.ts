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

function lastLine({ passed, failed, cancelled, skipped }: { passed: number; failed: number; cancelled: number; skipped: number }): string {
  return `${passed} passed, ${failed + cancelled} failed${skipped ? `, ${skipped} skipped` : ''}\n`;
}
