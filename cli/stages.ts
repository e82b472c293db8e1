/** Says how far a piece of work is: `tell('dossiers', 112, 300)`. */
export type Tell = (what: string, done?: number, of?: number) => void;

/** Where lines go; a terminal's last line can be written over. */
type Screen = { write(text: string): unknown; readonly isTTY?: boolean };

export type Stage = <Answer>(title: string, work: (tell: Tell) => Promise<Answer>) => Promise<Answer>;

const secondsBetweenLines = 5;

/**
 * Runs pieces of work one after the other, and prints what each does, how far it is, and how long it took.
 * On a terminal the line changes in place; elsewhere a line is added every five seconds.
 */
export function stagesOn(screen: Screen): Stage {
  return async (title, work) => {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    let said = 0;
    const show = (text: string) => {
      if (screen.isTTY) screen.write(`\r\u001b[K  ${title}: ${text}`);
      else if (seconds() >= said + secondsBetweenLines) {
        said = seconds();
        screen.write(`  ${title}: ${text}\n`);
      }
    };
    show('…');
    const answer = await work((what, done, of) => show(of ? `${Math.floor((100 * (done ?? 0)) / of)} % (${what} ${done} of ${of})` : what));
    screen.write(`${screen.isTTY ? '\r\u001b[K' : ''}  ${title}: ${seconds().toFixed(1)} s\n`);
    return answer;
  };
}
