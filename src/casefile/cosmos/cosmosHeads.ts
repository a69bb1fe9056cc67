import { readHeadItem, type HeadItem, type KeptHead } from './cosmosHead';
import type { Items } from './cosmosItems';

const MOST_KNOWN = 500;
/** How often a head that others keep changing is read anew before the caller hears of it. */
export const MOST_RACES = 12;
/** The wait before the next race, never the same for two who wait. */
export const afterRace = (races: number): number => (races < 2 ? 0 : Math.random() * 10 * 2 ** Math.min(races, 6));

export interface Heads {
  read(caseId: string): Promise<KeptHead | undefined>;
  /** As this process last saw it; good for a write on its eTag only, for others may have changed it since. */
  lastSeen(caseId: string): KeptHead | undefined;
  saw(kept: KeptHead): void;
  forget(caseId: string): void;
  /**
   * Puts `change(head)` in its place, on the eTag, again from the newest when others were first. `change` gives undefined
   * when there is nothing to do, and the head itself when a try whose answer was lost (`unsure`) has done it already.
   * @returns the head as written, or undefined
   */
  change(
    caseId: string,
    change: (item: HeadItem, unsure: boolean) => HeadItem | undefined,
  ): Promise<HeadItem | undefined>;
}

/** Others changed this case every time; nothing was written. */
export class HeadContested extends Error {
  override name = 'HeadContested';
  constructor() {
    super('the case was changed by others at every try');
  }
}

/** The heads of cases, and what this process last saw of them (sealed, as they lie in the store). */
export const cosmosHeads = (items: Items): Heads => {
  /** A Map keeps the order of setting: the first is the one not seen for longest. */
  const seen = new Map<string, KeptHead>();

  const saw = (kept: KeptHead): void => {
    seen.delete(kept.item.caseId);
    seen.set(kept.item.caseId, kept);
    const [oldest] = seen.keys();
    if (seen.size > MOST_KNOWN && oldest !== undefined) seen.delete(oldest);
  };
  const forget = (caseId: string): void => void seen.delete(caseId);
  const read = async (caseId: string): Promise<KeptHead | undefined> => {
    const found = await items.read('head', caseId);
    if (!found) {
      forget(caseId);
      return undefined;
    }
    const kept = { item: readHeadItem(found.item, caseId), etag: found.etag };
    saw(kept);
    return kept;
  };

  return {
    read,
    lastSeen: (caseId) => seen.get(caseId),
    saw,
    forget,
    change: async (caseId, change) => {
      let kept = seen.get(caseId);
      /** Only a head that was read just now can tell that there is nothing to do. */
      let fresh = false;
      /** An earlier try may have been carried out after all. */
      let unsure = false;
      for (let races = 0; races < MOST_RACES; races += 1) {
        if (!kept || races > 0) {
          kept = await read(caseId);
          fresh = true;
        }
        if (!kept) return undefined;
        const outcome = await items.ask(async (lost) => {
          unsure ||= lost;
          fresh ||= lost;
          const from = lost ? await read(caseId) : kept;
          const next = from && change(from.item, unsure);
          if (!from || !next) return fresh ? ('nothing' as const) : ('again' as const);
          if (next === from.item) return from;
          const etag = await items.replace(next, caseId, from.etag);
          return etag === undefined ? ('again' as const) : { item: next, etag };
        });
        if (outcome === 'nothing') return undefined;
        if (outcome !== 'again') {
          saw(outcome);
          return outcome.item;
        }
        await items.pause(afterRace(races));
      }
      throw new HeadContested();
    },
  };
};
