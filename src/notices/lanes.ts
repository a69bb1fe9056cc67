/**
 * Works on items of different lanes at the same time, at most `most` lanes at once, and on those of one lane one after
 * another, in their order. Throws the first fault when everything that was begun is done.
 */
export const inLanes = async <T>(
  items: readonly T[],
  laneOf: (item: T) => string,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const byLane = new Map<string, T[]>();
  for (const item of items) byLane.set(laneOf(item), [...(byLane.get(laneOf(item)) ?? []), item]);
  const lanes = [...byLane.values()];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) for (const item of lane) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
};
