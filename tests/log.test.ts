import fc from 'fast-check';
import { openLog } from '../src/log';

const logged = (write: (log: ReturnType<typeof openLog>) => void): string[] => {
  const lines: string[] = [];
  write(openLog('info', { write: (line: string) => void lines.push(line) }));
  return lines;
};
const secret = 'Sam de Vries viel van de trap';

describe('given the technical log', () => {
  test('I-20: when a fault carries what people typed, headers or a token, then its class, code, status and places are kept and no word of it', () => {
    const fault = Object.assign(new RangeError(secret), {
      ...{ code: 'ECONNRESET', statusCode: 503, request: { headers: { authorization: `Bearer ${secret}` } } },
      ...{ response: { body: secret }, details: secret, cause: new Error(secret) },
    });
    const [line = ''] = logged((log) => log.fault('turn', fault));
    expect(JSON.parse(line)).toMatchObject({ class: 'RangeError', code: 'ECONNRESET', status: 503, msg: 'turn' });
    expect(line).not.toContain('Sam');
    expect(line).not.toContain('Bearer');
  });

  test('I-20: when anything at all is thrown, then the log never repeats it and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        const [line = ''] = logged((log) => log.fault('turn', thrown));
        expect(Object.keys(JSON.parse(line) as object).filter((name) => !known.includes(name))).toEqual([]);
      }),
    );
    for (const thrown of [
      secret,
      { name: secret },
      { code: secret },
      new Error(secret),
      Object.assign(new Error('x'), { name: secret }),
    ])
      expect(logged((log) => log.fault('turn', thrown)).join()).not.toContain('Sam');
  });

  test('I-20: when a line is given more than the fields on the list, then the rest stays out', () => {
    const wide = { reference: 'abc', name: secret, headers: { authorization: secret } };
    const [line = ''] = logged((log) => log.info('hello', wide));
    expect(line).toContain('abc');
    expect(line).not.toContain('Sam');
  });
});

const known: readonly string[] = [
  'level',
  'time',
  'msg',
  'class',
  'code',
  'status',
  'frames',
  'reference',
  'port',
  'host',
];
