import { isAnswerVerb } from '../../src/cards/answers';
import { wayVerbs } from '../../src/cards/ways';
import { caseOperations, valueOperations } from '../../src/telemetry/observed';
import { metrics, steps } from '../../src/telemetry/telemetry';
import { beginsCase, chooses, does, goes, hears, stories } from '../scenarios/story';
import { advice, question, signal } from '../scenarios/steps';
import { watching } from './inMemory';

const given = stories();

/** Every word that an attribute may say. */
const words: Readonly<Record<string, readonly string[]>> = {
  kind: ['message', 'invoke', 'installationUpdate', 'conversationUpdate', 'other'],
  verb: [...wayVerbs, 'unknown'],
  outcome: ['done', 'fault', 'sent', 'later', 'ambiguous', 'blocked', 'failed'],
  operation: [...caseOperations, ...valueOperations],
  where: ['update', 'talk', 'receipt'],
};
const isWord = (name: string, value: string): boolean =>
  words[name]?.includes(value) === true || (name === 'verb' && isAnswerVerb(value));

describe('given a case that people work on while operations look on', () => {
  test('I-20: then no attribute of any trace or metric says more than a word from a closed list, and none names anybody', async () => {
    const { telemetry, spans, points } = watching();
    const story = await given({ telemetry: async () => telemetry });
    const { teacher, ibEr, leader, teams } = story;
    await teacher.says('ik maak me zorgen over Sam, hij had een blauwe plek');
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ilse ter Braak'] });
    await hears(story, ibEr, 'Herken jij dit?');
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
    await chooses(teacher, 'Stap 1');
    await story.settled();

    const measured = await points();
    const told = [...spans(), ...measured].flatMap(({ attributes }) => Object.entries(attributes));
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(([name, value]) => !isWord(name, String(value)))).toEqual([]);
    const names = [...Object.values(metrics), ...Object.values(steps)].map(({ name }) => name as string);
    expect([...spans(), ...measured].filter(({ name }) => !names.includes(name))).toEqual([]);

    const everything = JSON.stringify([
      spans().map(({ name, attributes, events, status, links, resource }) => ({
        ...{ name, attributes, events, status, links, resource: resource.attributes },
      })),
      measured,
    ]);
    const [kept] = await story.cases();
    const personal = [teacher, ibEr, leader].flatMap(({ name, aadObjectId, id, conversation }) => [
      ...[name, ...name.split(' ').filter((part) => part.length > 3), aadObjectId, id, conversation.id],
    ]);
    const secrets = [...personal, 'Sam', 'blauwe plek', kept?.caseId ?? '', kept?.file.number ?? '', teams.serviceUrl];
    expect(secrets.filter((secret) => secret === '' || everything.includes(secret))).toEqual([]);
  });

  test('then each turn is a trace by its verb, and the message to a colleague is one by its outcome', async () => {
    const { telemetry, spans, points } = watching();
    const story = await given({ telemetry: async () => telemetry });
    await beginsCase(story.teacher);
    await story.settled();
    const turns = spans().filter(({ name }) => name === steps.turn.name);
    expect(turns.map(({ attributes }) => attributes['kind'])).toEqual(expect.arrayContaining(['message', 'invoke']));
    const within = spans().filter(({ name }) => name === steps.store.name);
    const known = new Set(turns.map((turn) => turn.spanContext().spanId));
    expect(within.some(({ parentSpanContext }) => known.has(parentSpanContext?.spanId ?? ''))).toBe(true);
    const age = (await points()).find(({ name }) => name === metrics.outboxAge.name);
    expect(age?.value).toBeLessThan(600);
  });
});
