/** At most `most` messages in any stretch of `ms` milliseconds. */
type Window = { most: number; ms: number };

/**
 * What Teams takes in one thread (platform §1.1) with room left for the answers that people get by pressing: 7 a second,
 * 8 in two, 60 in thirty, 1800 an hour.
 */
const threadWindows: readonly Window[] = [
  { most: 5, ms: 1_000 },
  { most: 6, ms: 2_000 },
  { most: 45, ms: 30_000 },
  { most: 1_500, ms: 3_600_000 },
];
/** People are to be notified at most ten times a minute; what is urgent does not wait for that (platform §5.2). */
const calmly: Window = { most: 10, ms: 60_000 };
/** Thirty a second for the whole tenant, of which a third is left for answers. */
const tenantWindow: Window = { most: 20, ms: 1_000 };

const LONGEST_MS = 3_600_000;

/** The first moment at which one more fits; `taken` is in order of time. */
const firstFree = (taken: readonly number[], windows: readonly Window[], now: number): number =>
  windows.reduce((at, { most, ms }) => {
    const before = taken[taken.length - most];
    return before === undefined ? at : Math.max(at, before + ms);
  }, now);

/**
 * Keeps what the outbox sends within the limits of Teams. Moments are in milliseconds. It lives in one process: several
 * instances together may go over a limit, and then the 429 of Teams slows them down.
 */
export class Pacing {
  private readonly threads = new Map<string, { taken: number[]; closedUntil: number }>();
  /** Moments given to messages that had to wait, so that each comes back once, at its own. */
  private readonly given = new Map<string, number>();
  private tenant: number[] = [];
  private tenantClosedUntil = 0;

  /**
   * Asks for a place in a thread. A message that was told to wait keeps its place when it asks again in time.
   * @returns how long it must wait, in milliseconds; 0: now
   */
  slot(thread: string, message: string, now: number, urgent = false): number {
    const known = this.threadOf(thread, now);
    const from = Math.max(now, known.closedUntil, this.tenantClosedUntil);
    const given = this.given.get(message);
    this.given.delete(message);
    if (given !== undefined && given <= now && from === now) return 0;
    // What is urgent goes before places that were given to others.
    const at = urgent
      ? firstFree(
          known.taken.filter((taken) => taken <= now),
          threadWindows,
          from,
        )
      : firstFree(known.taken, [...threadWindows, calmly], from);
    known.taken = [...known.taken, at].sort((a, b) => a - b);
    if (at <= now) return 0;
    this.given.set(message, at);
    return at - now;
  }

  /** How long the next message of all must wait for the tenant's limit, in milliseconds; counts it as sent then. */
  tenantWait(now: number): number {
    this.tenant = this.tenant.slice(-tenantWindow.most);
    const at = firstFree(this.tenant, [tenantWindow], now);
    this.tenant.push(at);
    return at - now;
  }

  /** Teams asked for patience in this thread. When it asks so in a second thread meanwhile, it means all of them. */
  closeThread(thread: string, until: number, now: number): void {
    const others = [...this.threads].some(([name, { closedUntil }]) => name !== thread && closedUntil > now);
    this.threadOf(thread, now).closedUntil = until;
    if (others) this.closeAll(until);
  }

  /** Nothing goes out before `until`: the bot itself is not let in. */
  closeAll(until: number): void {
    this.tenantClosedUntil = Math.max(this.tenantClosedUntil, until);
  }

  /** How long nothing can go out at all, in milliseconds; 0: it can. */
  closedFor(now: number): number {
    return Math.max(0, this.tenantClosedUntil - now);
  }

  private threadOf(thread: string, now: number): { taken: number[]; closedUntil: number } {
    const known = this.threads.get(thread) ?? { taken: [], closedUntil: 0 };
    known.taken = known.taken.filter((at) => at > now - LONGEST_MS);
    this.threads.set(thread, known);
    this.forgetIdle(now);
    return known;
  }

  /** Memory does not grow with everybody who was ever written to. */
  private forgetIdle(now: number): void {
    if (this.threads.size + this.given.size < 2_000) return;
    for (const [name, { taken, closedUntil }] of this.threads)
      if ((taken.at(-1) ?? 0) < now - LONGEST_MS && closedUntil <= now) this.threads.delete(name);
    for (const [message, at] of this.given) if (at < now - LONGEST_MS) this.given.delete(message);
  }
}
