/** An answer other than success, as the service gives it. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly status: number,
    /** what is wrong, for whoever reads a failing test */
    message: string,
    readonly substatus?: number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
