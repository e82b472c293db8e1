type Fault = { readonly code: string; readonly fault: unknown };

/** So many dossiers are named with what went wrong; of more, how many there are says enough. */
const mostNamed = 3;

/**
 * Does something with each of many dossiers, one after the other: one where it fails holds up no other.
 *
 * @param act whether it was done
 * @param what it is, as the message says it: `could not be closed`
 * @returns with how many it was done
 * @throws AggregateError when it failed with some, whose message names the first of them with their faults, for who has to look
 */
export async function actOnEachDossier<Item extends { readonly code: string }>(
  dossiers: AsyncIterable<Item>,
  act: (dossier: Item) => Promise<boolean>,
  what: string,
): Promise<number> {
  const faults: Fault[] = [];
  let done = 0;
  for await (const dossier of dossiers) {
    const isDone = await act(dossier).catch((fault: unknown) => {
      faults.push({ code: dossier.code, fault });
      return false;
    });
    if (isDone) done++;
  }
  if (faults.length > 0) {
    const named = faults.slice(0, mostNamed).map(({ code, fault }) => `${code}: ${fault instanceof Error ? fault.message : fault}`);
    const all = faults.map(({ fault }) => fault);
    throw new AggregateError(all, `${faults.length} dossiers ${what}. ${named.join('; ')}`);
  }
  return done;
}
