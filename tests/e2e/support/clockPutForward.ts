import { readFileSync } from 'node:fs';

// Loaded before the bot (node --require): its clock runs ahead by as many milliseconds as the file in CLOCK_AHEAD says, so
// that a term comes without anybody waiting for weeks. Everything else in the bot is what it always is.

const ahead = (): number => Number(readFileSync(process.env['CLOCK_AHEAD'] ?? '', 'utf8'));

globalThis.Date = new Proxy(Date, {
  construct: (RealDate, given, as) =>
    // What Date itself makes of its arguments; Reflect does not know its type.
    Reflect.construct(RealDate, given.length > 0 ? given : [RealDate.now() + ahead()], as) as Date,
  get: (RealDate, name, as): unknown =>
    name === 'now' ? () => RealDate.now() + ahead() : Reflect.get(RealDate, name, as),
});
