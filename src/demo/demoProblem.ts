/** The demo cannot start or go on; the message is Dutch, for who started it, and says what to do. */
export class DemoProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DemoProblem';
  }
}
