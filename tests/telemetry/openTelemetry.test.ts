import { lateTelemetry, metrics, steps, type Telemetry } from '../../src/telemetry/telemetry';
import { observedMessenger, observedStores } from '../../src/telemetry/observed';
import { memoryCaseStore, memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import type { Delivery } from '../../src/notices/messenger';
import { watching } from './inMemory';

const secret = 'Sam de Vries';
const now = () => '2026-11-24T09:00:00.000Z';
const storesOver = (telemetry: Telemetry) =>
  observedStores(
    { cases: memoryCaseStore(), keyValues: memoryKeyValueStore(now), close: async () => undefined },
    telemetry,
  );

describe('given telemetry that somebody looks at', () => {
  test('when a turn asks the store, then its trace holds both, and their times are measured by verb and operation', async () => {
    let ms = 0;
    const { telemetry, spans, points } = watching(() => (ms += 5));
    const stores = storesOver(telemetry);
    await telemetry.turn(async () => {
      await stores.cases.load('case-1234');
      telemetry.turnDone({ kind: 'invoke', verb: 'recordSignal', outcome: 'done', ms: 42 });
    });
    const [store, turn] = spans();
    expect(turn).toMatchObject({
      name: steps.turn.name,
      attributes: { kind: 'invoke', verb: 'recordSignal', outcome: 'done' },
    });
    expect(store).toMatchObject({ name: steps.store.name, attributes: { operation: 'load', outcome: 'done' } });
    expect(store?.parentSpanContext?.spanId).toBe(turn?.spanContext().spanId);
    const measured = await points();
    const { name: turnName } = metrics.turnDuration;
    expect(measured.find(({ name }) => name === turnName)).toMatchObject({
      ...{ unit: 'ms', attributes: { kind: 'invoke', verb: 'recordSignal', outcome: 'done' } },
      value: { sum: 42, count: 1 },
    });
    expect(measured.find(({ name }) => name === metrics.storeDuration.name)).toMatchObject({
      ...{ attributes: { operation: 'load', outcome: 'done' }, value: { sum: 5, count: 1 } },
    });
  });

  test('I-20: when a fault carries what people typed, then the trace says that it was one and no word of it', async () => {
    const { telemetry, spans, points } = watching();
    const faulty = telemetry.turn(() => telemetry.store('append', () => Promise.reject(new Error(secret))));
    await expect(faulty).rejects.toThrow(secret);
    expect(spans().map(({ attributes }) => attributes)).toEqual([
      { operation: 'append', outcome: 'fault' },
      { outcome: 'fault' },
    ]);
    const told = spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
    expect(JSON.stringify([told, await points()])).not.toContain('Sam');
  });

  test('when the outbox looks by itself, then that is measured without a trace for each look', async () => {
    const { telemetry, spans, points } = watching();
    await storesOver(telemetry).cases.claimDue(now(), 1, 1);
    expect(spans()).toEqual([]);
    expect((await points()).map(({ attributes }) => attributes)).toEqual([{ operation: 'claimDue', outcome: 'done' }]);
  });

  test('when messages go out or not, then each try is counted by what came of it', async () => {
    const { telemetry, points } = watching();
    const deliveries: Delivery[] = [
      { sent: 'an-id' },
      { failed: 'connector-401', all: true },
      { failed: 'connector-400' },
      { blocked: 'refused' },
      { later: 1000, throttled: true },
      { ambiguous: 'connection' },
    ];
    const left = [...deliveries];
    const next = async (): Promise<Delivery> => left.shift() ?? { sent: '' };
    const messenger = observedMessenger({ blocked: async () => undefined, send: next, post: next }, telemetry);
    for (const _ of deliveries) await messenger.send('somebody', { type: 'AdaptiveCard' }, secret);
    const counted = (await points()).filter(({ name }) => name === metrics.notices.name);
    expect(counted.map(({ attributes, value }) => [attributes['outcome'], value])).toEqual([
      ...[
        ['sent', 1],
        ['failed', 2],
        ['blocked', 1],
        ['later', 1],
        ['ambiguous', 1],
      ],
    ]);
  });

  test('when it is asked, then it tells the age of the outbox, the units of the store and the faults by their word', async () => {
    const { telemetry, points } = watching();
    telemetry.watchOutbox(() => 17);
    telemetry.charged('batch', 12.4);
    telemetry.fault('deliver');
    expect(await points()).toMatchObject([
      { name: metrics.storeCharge.name, unit: '{RU}', attributes: { operation: 'batch' }, value: { sum: 12.4 } },
      { name: metrics.faults.name, attributes: { where: 'deliver' }, value: 1 },
      { name: metrics.outboxAge.name, unit: 's', value: 17 },
    ]);
  });
});

describe('given telemetry that is loaded late', () => {
  test('when it is not there yet, then work goes on, and what it watches is watched once it is', async () => {
    const { telemetry: real, points } = watching();
    const { telemetry, open } = lateTelemetry(() => undefined);
    telemetry.watchOutbox(() => 3);
    expect(await telemetry.turn(async () => 'answer')).toBe('answer');
    await open(async () => real);
    telemetry.fault('turn');
    expect((await points()).map(({ name }) => name).sort()).toEqual([metrics.faults.name, metrics.outboxAge.name]);
  });

  test('when it can’t be loaded, then that is told once and the bot goes on', async () => {
    const troubles: unknown[] = [];
    const { telemetry, open } = lateTelemetry((error) => troubles.push(error));
    await open(() => Promise.reject(new Error('no such package')));
    expect(await telemetry.store('load', async () => 'file')).toBe('file');
    expect(troubles).toHaveLength(1);
  });
});
