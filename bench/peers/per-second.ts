/**
 * Steps a second of so many clients in one process, each doing one turn after the other until the time is over.
 *
 * @param turn does a whole instance, from its first step to its last, and says how many steps that were
 */
export async function perSecond(clients: number, seconds: number, turn: () => Promise<number>): Promise<number> {
  let steps = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const done = await turn();
      steps += done;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return steps / ((performance.now() - start) / 1000);
}
