import { type Day, dayOf } from '#domain/calendar/day.ts';
import { firstBrokenClosing, monthsOf } from '#domain/dossier/day-closing.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import { merkleRoot } from '#domain/dossier/merkle.ts';
import type { House } from '#server/house.ts';
import {
  type ClosedDay,
  findFirstEventAt,
  findLastClosing,
  listClosedHeads,
  listClosingsFrom,
  listDayHeads,
} from '#server/store/day-closings.ts';
import { findDossierId } from '#server/store/dossiers.ts';
import { sha256 } from '#server/store/hashes.ts';
import { countEvents, findHashes, listWithoutHistory, readHistories, type StoredHistory, type Which } from '#server/store/histories.ts';

/** Whose histories are checked: everybody's, those of a day, or one dossier's. */
export type Checked = 'all' | { readonly day: Day } | { readonly code: string };

/**
 * What is not as it was written down, and where.
 *
 * - `altered`: the event with this version, or the dossier's row beside it, is not what was written down; what was put between two events or
 *   changed places shows at the first place that is not as it was
 * - `removed`: there is no event with this version any more
 * - `added`: this event came after the end that the dossier's row has
 * - `not closed`: the event is a head of its day now, and was none when the day was closed: written anew or added later
 * - `gone`: a head that the closed day has is no event's any more
 * - `closing altered`: the closed day itself is not as it was written down
 */
export type Discovery =
  | { readonly kind: 'altered' | 'removed' | 'added'; readonly code: string; readonly version: number }
  | { readonly kind: 'not closed'; readonly day: Day; readonly code: string; readonly version: number }
  | { readonly kind: 'gone'; readonly day: Day; readonly head: string }
  | { readonly kind: 'closing altered'; readonly day: Day };

export type Verification = {
  readonly events: number;
  readonly dossiers: number;
  /** Events whose sealed part is wiped: what it said can be checked no more, all else can. */
  readonly wiped: number;
  /** Closed days that were compared. */
  readonly days: number;
  readonly discoveries: readonly Discovery[];
};

/**
 * Computes histories anew and compares them with what was written down, and with the days that were closed over them.
 *
 * @param tell how many events of how many are done
 * @returns what was found; `undefined` when no dossier has this code
 */
export async function verifyHistories(
  house: House,
  checked: Checked,
  tell: (done: number, of: number) => void = () => {},
): Promise<Verification | undefined> {
  const which = await whichOf(house, checked);
  if (!which) return undefined;

  const of = await countEvents(house.db, which);
  const discoveries: Discovery[] = [];
  const isOne = typeof checked === 'object' && 'code' in checked;
  const headsOfOne = new Map<Day, string>();
  let [events, dossiers, wiped] = [0, 0, 0];
  for await (const stored of readHistories(house.db, which)) {
    const discovery = discoveryIn(stored);
    if (discovery) discoveries.push(discovery);
    events += stored.history.length;
    wiped += stored.history.filter(({ seal }) => seal === null).length;
    dossiers++;
    tell(events, of);
    if (isOne) for (const { event, hash } of stored.history) headsOfOne.set(dayOf(event.at), hash);
  }
  if (which === 'all' || 'dossierId' in which) {
    const bare = await listWithoutHistory(house.db, which);
    discoveries.push(...bare.map((code) => ({ kind: 'removed' as const, code, version: 1 })));
  }

  const compared = await compareClosings(house, checked, isOne ? headsOfOne : null);
  return { events, dossiers, wiped, days: compared.days, discoveries: [...discoveries, ...compared.discoveries] };
}

async function whichOf(house: House, checked: Checked): Promise<Which | undefined> {
  if (checked === 'all') return 'all';
  if ('day' in checked) return checked;
  const dossierId = await findDossierId(house.db, checked.code);
  return dossierId === undefined ? undefined : { dossierId };
}

function discoveryIn({ code, end, history }: StoredHistory): Discovery | undefined {
  const broken = firstBroken(history, end?.hash ?? '', sha256);
  if (broken === undefined) return undefined;
  const there = history[broken - 1];
  if (there) return { kind: there.version === broken ? 'altered' : 'removed', code, version: broken };
  if (!end || end.version === history.length) return { kind: 'altered', code, version: history.length };
  return end.version > history.length ? { kind: 'removed', code, version: broken } : { kind: 'added', code, version: end.version + 1 };
}

/** Compares the heads that days have now with those they were closed with. Of one dossier: only that its own heads are among them. */
async function compareClosings(
  house: House,
  checked: Checked,
  headsOfOne: ReadonlyMap<Day, string> | null,
): Promise<{ readonly days: number; readonly discoveries: Discovery[] }> {
  const discoveries: Discovery[] = [];
  let days = 0;
  for (const [from, to] of await spansOf(house, checked, [...(headsOfOne?.keys() ?? [])])) {
    const closed = await listClosedHeads(house.db, from, to);
    days += closed.length;
    discoveries.push(...(await alteredClosings(house, closed)));

    const now = headsOfOne ? [{ day: from, heads: [headsOfOne.get(from) ?? ''] }] : await listDayHeads(house.db, from, to);
    const headsNow = new Map(now.map(({ day, heads }) => [day, new Set(heads)]));
    const headsThen = new Map(closed.map(({ day, heads }) => [day, new Set(heads)]));
    for (const day of new Set([...headsThen.keys(), ...headsNow.keys()])) {
      const [then, is] = [headsThen.get(day) ?? new Set<string>(), headsNow.get(day) ?? new Set<string>()];
      const fresh = await findHashes(house.db, [...is.difference(then)], day);
      discoveries.push(...fresh.map(({ code, version }) => ({ kind: 'not closed' as const, day, code, version })));
      if (!headsOfOne) discoveries.push(...[...then.difference(is)].map((head) => ({ kind: 'gone' as const, day, head })));
    }
  }
  return { days, discoveries };
}

async function alteredClosings(house: House, closed: readonly ClosedDay[]): Promise<Discovery[]> {
  const [first] = closed;
  const before = first && (await findLastClosing(house.db, first.day));
  const broken = firstBrokenClosing(closed, before?.hash);
  const altered = closed.filter(
    (closing) => closing === broken || closing.size !== closing.heads.length || closing.root !== merkleRoot(closing.heads),
  );
  return altered.map(({ day }) => ({ kind: 'closing altered', day }));
}

/** Spans of days that are closed, none longer than a month. */
async function spansOf(house: House, checked: Checked, daysOfOne: readonly Day[]): Promise<[from: Day, to: Day][]> {
  const last = (await findLastClosing(house.db))?.day;
  if (last === undefined) return [];
  if (checked !== 'all') return ('day' in checked ? [checked.day] : daysOfOne).filter((day) => day <= last).map((day) => [day, day]);

  const at = await findFirstEventAt(house.db);
  const [closed] = await listClosingsFrom(house.db, undefined, 1);
  const [first] = [at && dayOf(at), closed?.day].filter((day) => day !== undefined).toSorted();
  return first === undefined ? [] : monthsOf(first, last);
}
