/** How much may come: `most` at once, and one more every `everyMs` milliseconds. */
export type Allowance = { most: number; everyMs: number };

/** People press a few times a minute; nobody presses this often by hand. */
export const personAllowance: Allowance = { most: 120, everyMs: 500 };
/** Teams brings the presses of a whole board from a few addresses. */
export const addressAllowance: Allowance = { most: 600, everyMs: 10 };

/** Names that are remembered at once; whoever has waited longest is forgotten first, and begins anew. */
const MOST_NAMES = 10_000;

/** Tells whether whoever this is may come in now; asking counts. */
export type Pace = (name: string) => boolean;

/** A bucket for each name that fills by itself (token bucket). `now` in milliseconds. */
export const paceOf = ({ most, everyMs }: Allowance, now: () => number): Pace => {
  const buckets = new Map<string, { left: number; at: number }>();
  return (name) => {
    const at = now();
    const known = buckets.get(name);
    const filled = known ? Math.min(most, known.left + Math.max(0, at - known.at) / everyMs) : most;
    const allowed = filled >= 1;
    // Set anew, so that the order of the map is that of the last visit.
    buckets.delete(name);
    buckets.set(name, { left: allowed ? filled - 1 : filled, at });
    const [oldest = name] = buckets.keys();
    if (buckets.size > MOST_NAMES) buckets.delete(oldest);
    return allowed;
  };
};
