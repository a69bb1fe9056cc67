/** Every item of a listing that comes page by page; `after` is the place of the last one seen. */
export async function* walk<T>(
  page: (place: { after?: string; limit: number }) => Promise<T[]>,
  placeOf: (item: T) => string,
  limit = 200,
): AsyncGenerator<T> {
  let after: string | undefined;
  for (;;) {
    const items = await page({ limit, ...(after !== undefined && { after }) });
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < limit) return;
    after = placeOf(last);
  }
}
