import { dataKey } from '../../src/casefile/sealed/seal';

/** Kept by a bot of 25 November 2026. */
const kept = 'As3kgdNdxdXaS4Z2VxmiwDAV5/2igJD420wqTb1KXwidaaOnLw3aAyhRWw==';

test('given what an earlier bot sealed, when it is opened, then every word is as it was (R-003)', () => {
  const key = dataKey(Buffer.alloc(32, 7));
  const content = { last: 'm', listed: 'l', file: { kind: 'stappenplan', status: 'open', monitoring: [] } };
  expect(JSON.parse(key.open(['head', 'case-1', 3], Buffer.from(kept, 'base64')))).toEqual(content);
});
