/** The database could not be reached, or did not take the request, at every try. Says nothing of what was asked. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
  constructor(
    /** the last status or network code */
    readonly code: string,
    /** Something was to be written, and nobody knows whether it was: asking again with the same key tells. */
    readonly unsure = false,
  ) {
    super(`the store did not answer: ${code}`);
  }
}
