import type { Activity } from 'botbuilder';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { referenceIn, references, tenantOf, toConversationReference } from '../../src/teams/references';
import { serviceUrlCheck } from '../../src/teams/serviceUrls';

const tenantId = '22222222-2222-2222-2222-222222222222';
const aadObjectId = '1a9c4e72-3b6d-4f58-8e01-d5a7f2b3c640';
const marieke = { tenantId, aadObjectId };

/** A message from Marieke in her own chat, as Teams sends it. */
const message = (change: object = {}): Partial<Activity> =>
  ({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    from: { id: '29:marieke', name: 'Marieke Jansen', aadObjectId },
    recipient: { id: '28:bot', name: 'Meldcode' },
    channelData: { tenant: { id: tenantId } },
    ...change,
  }) as Partial<Activity>; // the SDK's type asks for fields that Teams leaves out

const setup = () => {
  const clock = { now: '2026-11-24T09:00:00.000Z' };
  const store = memoryKeyValueStore(() => clock.now);
  const writes: string[] = [];
  const counting: typeof store = {
    ...store,
    write: (changes, options) => {
      writes.push(...Object.keys(changes));
      return store.write(changes, options);
    },
  };
  const isServiceUrl = serviceUrlCheck({ local: false });
  return { clock, store, writes, kept: references({ store: counting, now: () => clock.now, isServiceUrl }) };
};

const reference = {
  conversationId: 'a:1',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId,
  aadObjectId,
  userId: '29:marieke',
  botId: '28:bot',
  at: '2026-11-24T09:00:00.000Z',
};

describe('given somebody who writes to the bot in the own chat', () => {
  test('then the bot can find that chat later, under the person, without keeping a name', async () => {
    const { kept, store, writes } = setup();
    await kept.note(message());
    expect(await kept.find(marieke)).toEqual(reference);
    expect(await kept.find({ tenantId: tenantId.toUpperCase(), aadObjectId: aadObjectId.toUpperCase() })).toEqual(
      reference,
    );
    const key = `ref:${tenantId}:${aadObjectId}`;
    expect(writes).toEqual([key]);
    expect(JSON.stringify(await store.read([key]))).not.toContain('Jansen');
  });

  test('then nothing is written again until the chat or the address changes', async () => {
    const { kept, writes, clock } = setup();
    await kept.note(message());
    clock.now = '2026-11-25T09:00:00.000Z';
    await kept.note(message({ type: 'invoke' }));
    expect(writes).toHaveLength(1);
    const serviceUrl = 'https://smba.trafficmanager.net/uk/';
    await kept.note(message({ serviceUrl }));
    expect(await kept.find(marieke)).toEqual({ ...reference, serviceUrl, at: clock.now });
  });

  test('then the SDK gets it in its own shape', () => {
    expect(toConversationReference(reference)).toEqual({
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: { id: 'a:1', tenantId, conversationType: 'personal', isGroup: false, name: '' },
      user: { id: '29:marieke', aadObjectId, name: '' },
      bot: { id: '28:bot', name: '' },
    });
  });
});

describe('given an activity that is not of a person’s own chat, or not to be trusted', () => {
  const conversation = { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId };
  test.each([
    ['a channel', { conversation }],
    ['a group chat or meeting', { conversation: { ...conversation, conversationType: 'groupChat' } }],
    ['another channel than Teams', { channelId: 'emulator' }],
    ['no object id', { from: { id: '29:marieke' } }],
    ['no tenant', { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }],
    ['two tenants', { channelData: { tenant: { id: 'andere' } } }],
    ['the bot itself', { from: { id: '28:bot', aadObjectId } }],
    ['no conversation', { conversation: undefined }],
    ['a serviceUrl elsewhere', { serviceUrl: 'https://example.org/' }],
    ['no serviceUrl', { serviceUrl: '' }],
    ['an endless id', { conversation: { id: 'a'.repeat(5000), conversationType: 'personal', tenantId } }],
  ])('when it has %s, then nothing is kept', async (_, change) => {
    const { kept, writes } = setup();
    await kept.note(message(change));
    expect(writes).toEqual([]);
  });

  test('when only one of both places names the tenant, then that is the tenant', () => {
    expect(tenantOf(message({ channelData: undefined }))).toBe(tenantId);
    expect(tenantOf(message({ conversation: { id: 'a:1' } }))).toBe(tenantId);
    expect(tenantOf(message({ channelData: { tenant: { id: tenantId.toUpperCase() } } }))).toBe(tenantId);
    expect(referenceIn({}, reference.at)).toBeUndefined();
  });

  test('when ids hold separators, then one person never takes the place of another', async () => {
    const { kept } = setup();
    await kept.note(message({ from: { id: '29:x', aadObjectId: 'a:b' } }));
    expect(await kept.find({ tenantId, aadObjectId: 'a:b' })).toMatchObject({ userId: '29:x' });
    expect(await kept.find({ tenantId: `${tenantId}:a`, aadObjectId: 'b' })).toBeUndefined();
  });

  test('when a kept reference is damaged or points elsewhere, then it is not used, and the next turn mends it', async () => {
    const { kept, store } = setup();
    for (const bad of [{ conversationId: 5 }, 'tekst', { ...reference, serviceUrl: 'https://example.org/' }]) {
      await store.write({ [`ref:${tenantId}:${aadObjectId}`]: bad });
      expect(await kept.find(marieke)).toBeUndefined();
      await kept.note(message());
      expect(await kept.find(marieke)).toEqual(reference);
    }
  });
});

describe('given the app is removed or renewed', () => {
  const update = (action: string) => message({ type: 'installationUpdate', action });

  test('when it is removed, then the chat is forgotten and a new installation is welcomed again', async () => {
    const { kept } = setup();
    await kept.note(update('add'));
    expect(await kept.find(marieke)).toEqual(reference);
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(true);
    await kept.note(update('remove'));
    expect(await kept.find(marieke)).toBeUndefined();
    await kept.note(update('add'));
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(true);
  });

  test('when it only makes room for a new version, then the chat stays and no second welcome comes', async () => {
    const { kept } = setup();
    await kept.note(update('add'));
    await kept.welcomedOnce(marieke, async () => {});
    await kept.note(update('remove-upgrade'));
    await kept.note(update('add-upgrade'));
    expect(await kept.find(marieke)).toEqual(reference);
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(false);
  });

  test('when a team removes it, then the person’s own chat stays', async () => {
    const { kept } = setup();
    await kept.note(message());
    const conversation = { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId };
    await kept.note({ ...update('remove'), ...message({ type: 'installationUpdate', conversation }) });
    expect(await kept.find(marieke)).toEqual(reference);
  });

  test('when Teams says a chat is gone, then it can be forgotten, and the next turn brings it back', async () => {
    const { kept } = setup();
    await kept.note(message());
    await kept.forget(marieke);
    expect(await kept.find(marieke)).toBeUndefined();
    await kept.note(message());
    expect(await kept.find(marieke)).toEqual(reference);
  });
});

describe('given one installation that Teams tells of in several events', () => {
  test('when they come at once or later, then one welcome is sent', async () => {
    const { kept, clock } = setup();
    const sent: string[] = [];
    const event = (name: string) => kept.welcomedOnce(marieke, async () => sent.push(name));
    const answers = await Promise.all([event('installationUpdate'), event('membersAdded'), event('again')]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    clock.now = '2027-11-24T09:00:00.000Z';
    expect(await event('a year later')).toBe(false);
    expect(sent).toHaveLength(1);
  });

  test('when each person has their own, then one welcome does not stand for another', async () => {
    const { kept } = setup();
    await kept.welcomedOnce(marieke, async () => {});
    expect(await kept.welcomedOnce({ tenantId, aadObjectId: 'tom' }, async () => {})).toBe(true);
  });

  test('when sending fails, then the fault is thrown and the next event may try again', async () => {
    const { kept } = setup();
    await expect(kept.welcomedOnce(marieke, () => Promise.reject(new Error('503')))).rejects.toThrow('503');
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(true);
  });

  test('when the bot stopped while sending, then a later event may try again', async () => {
    const { kept, clock } = setup();
    void kept.welcomedOnce(marieke, () => new Promise(() => {}));
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(false);
    clock.now = '2026-11-24T09:02:00.000Z';
    expect(await kept.welcomedOnce(marieke, async () => {})).toBe(true);
  });
});
