import type { Workflow } from '#domain/workflow/workflow.ts';

/** How tokens lie: a name for each place, and how many are there. */
type Tokens = Readonly<Record<string, number>>;

/**
 * Soundness by looking at everything, written a second time and as plainly as can be.
 *
 * @returns undefined when there are more than `most` ways for tokens to lie
 */
export function isSoundSlowly({ nodes, flows }: Workflow, most: number): boolean | undefined {
  const into = (id: string) => flows.filter(({ to }) => to === id);
  const outOf = (id: string) => flows.filter(({ from }) => from === id);
  const kindOf = (id: string) => nodes.find((node) => node.id === id)?.kind;
  const timersOn = (id: string) => nodes.flatMap((node) => (node.kind === 'boundary timer' && node.attachedTo === id ? [node.id] : []));
  const isJoin = (id: string) => kindOf(id) === 'parallel' && into(id).length > 1;

  const arrive = (tokens: Tokens, flow: { id: string; to: string }): Tokens => {
    const place = isJoin(flow.to) ? `on ${flow.id}` : `at ${flow.to}`;
    const isOver = kindOf(flow.to) === 'terminate' && tokens[place] === 1;
    const set = Object.fromEntries(timersOn(flow.to).map((id) => [`set ${id}`, 1]));
    return { ...tokens, [place]: isOver ? 1 : (tokens[place] ?? 0) + 1, ...set };
  };
  const leave = (tokens: Tokens, ...places: string[]): Tokens =>
    Object.fromEntries(
      Object.entries(tokens).flatMap(([place, count]) =>
        places.includes(place) ? (count > 1 ? [[place, count - 1]] : []) : [[place, count]],
      ),
    );
  const sendAlong = (tokens: Tokens, ways: typeof flows) => ways.reduce(arrive, tokens);

  const after = (tokens: Tokens): [string, Tokens][] => {
    if (tokens.begin) return nodes.flatMap(({ id, kind }) => (kind === 'start' ? [[id, sendAlong({}, outOf(id))]] : []));
    return nodes.flatMap(({ id, kind }): [string, Tokens][] => {
      if (isJoin(id)) {
        const waits = into(id).map((flow) => `on ${flow.id}`);
        return waits.every((place) => tokens[place]) ? [[id, sendAlong(leave(tokens, ...waits), outOf(id))]] : [];
      }
      if (kind === 'boundary timer') return tokens[`set ${id}`] ? [[id, sendAlong(leave(tokens, `set ${id}`), outOf(id))]] : [];
      if (!tokens[`at ${id}`]) return [];
      if (kind === 'terminate') return [[id, {}]];
      const left = leave(tokens, `at ${id}`, ...timersOn(id).map((timer) => `set ${timer}`));
      if (kind === 'exclusive' && outOf(id).length > 0) return outOf(id).map((flow) => [id, arrive(left, flow)]);
      return [[id, sendAlong(left, outOf(id))]];
    });
  };

  const text = (tokens: Tokens) => JSON.stringify(Object.entries(tokens).sort());
  const seen = new Map<string, { tokens: Tokens; next: string[] }>([[text({ begin: 1 }), { tokens: { begin: 1 }, next: [] }]]);
  const fired = new Set<string>();
  for (const found of seen.values()) {
    if (seen.size > most) return undefined;
    if (Object.values(found.tokens).some((count) => count > 1)) return false;
    for (const [id, tokens] of after(found.tokens)) {
      fired.add(id);
      found.next.push(text(tokens));
      if (!seen.has(text(tokens))) seen.set(text(tokens), { tokens, next: [] });
    }
  }
  const ending = new Set([text({})]);
  for (let before = 0; before < ending.size; ) {
    before = ending.size;
    for (const [key, { next }] of seen) if (next.some((to) => ending.has(to))) ending.add(key);
  }
  const mustFire = nodes.filter(({ kind }) => ['task', 'timer', 'message', 'boundary timer'].includes(kind));
  return [...seen.keys()].every((key) => ending.has(key)) && mustFire.every(({ id }) => fired.has(id));
}
