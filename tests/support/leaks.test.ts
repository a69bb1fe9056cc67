import { emptyCase } from '../../src/protocol/caseFile';
import { say } from '../../src/text/nl';
import { opened } from '../cards/context';
import type { RecordedCall } from './connectorServer';
import { exampleDirectory } from './insideBot';
import type { JsonObject } from './json';
import { leaksIn, type Leaked } from './leaks';

const file = { ...emptyCase, number: '2026-0042', pupil: { ...emptyCase.pupil, name: 'Sam de Vries' } };
const events = [{ ...opened, reason: 'Hij had een blauwe plek.' }];
const found = (change: Partial<Leaked>): readonly string[] =>
  leaksIn({
    ...{ directory: exampleDirectory(), cases: [{ caseId: 'case-42', file, events }], calls: [], lines: [] },
    ...change,
  });
const call = (body: JsonObject, conversationId = 'a:1'): RecordedCall => ({
  ...{ kind: 'send', method: 'POST', path: '/', conversationId, activityId: undefined, answer: 201, body },
});

describe('given the eye for leaks', () => {
  test.each(['Sam', 'SAM DE VRIES', 'S.V.', 'SdV', '2026-0042', 'case-42', 'Hij had een blauwe plek.', 'Marieke'])(
    'when “%s” stands in a preview, a channel or the log, then it is seen (I-20)',
    (secret) => {
      const text = `over ${secret}, nu`;
      const card = { attachments: [{ content: { body: [{ text }] } }] };
      for (const part of ['text', 'summary', 'speak'])
        expect(found({ calls: [call({ [part]: text })] })).toEqual([`preview: ${text}`]);
      const fallback = { attachments: [{ content: { fallbackText: text } }] };
      expect(found({ calls: [call(fallback)] })).toEqual([`preview: ${text}`]);
      expect(found({ calls: [call(card, '19:x@thread.tacv2')] })).toHaveLength(1);
      expect(found({ calls: [call({ activity: card, channelData: { channel: { id: '19:x' } } })] })).toHaveLength(1);
      expect(found({ lines: [text] })).toEqual([`log: ${text}`]);
      expect(found({ calls: [call(card)] })).toEqual([]); // on a card in one's own chat it may stand
    },
  );

  test('when a preview is not one of the sentences for everybody, then it is seen, whatever it says', () => {
    expect(found({ calls: [call({ summary: 'Er is een zorg.' })] })).toEqual(['preview: Er is een zorg.']);
    expect(found({ calls: [call({ summary: say.preview, text: say.fault('a1-b2') })] })).toEqual([]);
  });
});
