import { openAccount } from '../../src/openStores';
import type { Call } from '../support/cosmosPeer/faults';
import { testAccount, type TestAccount } from '../support/cosmosAccount';
import { accepted, advice, because, helped, question, risk, safe, signal, talk } from './steps';
import { beginsCase, cardWith, chooses, does, doesOn, facts, goes, hears, stories, theCase } from './story';

const given = stories();
let account: TestAccount;
beforeAll(async () => {
  account = await testAccount({ consistency: 'Strong' });
});
afterAll(() => account.close());

describe('given a bot that keeps its files in Azure Cosmos DB', () => {
  test('when three people work on a case and the bot starts anew halfway, then nothing of it is lost (R-242)', async () => {
    const story = await given({ account });
    const { teacher, ibEr, leader } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal);
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ilse ter Braak'] });
    await hears(story, ibEr, 'Herken jij dit?');

    await story.restart();
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
    await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
    await does(teacher, 'Vastleggen', talk(story));
    await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
    await does(teacher, 'Vastleggen', risk);
    await does(teacher, 'Vastleggen', { answer: 'Ja', ...because });
    await does(teacher, 'Vastleggen', safe);

    await story.restart();
    await does(teacher, 'Vastleggen', helped);
    await does(teacher, 'Vastleggen', accepted);
    await hears(story, leader, '4. Hulp aanvaard: ja');
    await does(leader, 'Ik ben op de hoogte en bevestig');
    await hears(story, teacher, 'De leiding heeft de weging bevestigd.');
    await chooses(teacher, 'Stap 5');

    expect(await facts(story)).toEqual([
      ...['CaseOpened', 'SignalRecorded', 'ConsultationRequested', 'ConsultationAnswered', 'ConversationRecorded'],
      ...['RiskAssessed', 'SuspicionWeighed', 'SafetyWeighed', 'HelpWeighed', 'AcceptanceWeighed', 'WeighingConfirmed'],
    ]);
    expect((await theCase(story)).events.at(-1)?.by).toBe(leader.aadObjectId);
    expect(story.log).toEqual([]);
  });

  test('when somebody answers on a card, then the case is read once and written once, whatever else the turn asks (R-242)', async () => {
    const { peer } = account;
    if (!peer) return; // only the peer tells what it served
    const story = await given({ account });
    const { teacher, ibEr } = story;
    /** What a press asked of the cases: the reads and writes of items up to the batch; the outbox looks with queries. */
    const costs = async (press: () => Promise<unknown>): Promise<{ kinds: string[]; charge: number }> => {
      await story.settled();
      const { served } = await peer.during(press);
      const ofCases = served.filter(
        ({ container, kind }) => container === 'cases' && kind !== 'query' && kind !== 'plan',
      );
      const answer = ofCases.slice(0, ofCases.findIndex(({ kind }) => kind === 'batch') + 1);
      return { kinds: answer.map(({ kind }) => kind), charge: answer.reduce((sum, { charge }) => sum + charge, 0) };
    };
    await beginsCase(teacher);
    const recording = await costs(() => does(teacher, 'Vastleggen', signal));
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ilse ter Braak'] });
    await hears(story, ibEr, 'Herken jij dit?');
    const answering = await costs(() => does(ibEr, 'Antwoord geven', advice));
    for (const { kinds, charge } of [recording, answering]) {
      expect(kinds).toEqual(['read', 'batch']);
      // with all that an answer brings along (lists, terms, notices), and reads at the double price of strong consistency
      expect(charge).toBeLessThanOrEqual(22);
    }
  });

  test('when all that was written without looking at what was there is gone, then the case is whole and people go on (R-242)', async () => {
    const { peer } = account;
    if (!peer) return; // only the peer tells how it was asked to write
    const story = await given({ account });
    const { teacher, ibEr } = story;
    const from = peer.served.length;
    const blind = (name: string): string[] =>
      peer.served.slice(from).flatMap(({ container, blindly }) => (container === name ? blindly : []));
    /** Talks, chats, what was sent: the last writer wins there, so it may be lost or old at any moment. */
    const forgets = async (): Promise<void> => {
      await story.settled();
      if (story.store.kind !== 'cosmos') throw new Error('the bot keeps its files elsewhere');
      const records = await openAccount(story.store, { nodeEnv: 'test' }, story.now);
      await records.values.delete([...new Set(blind('values'))]);
      await records.close();
    };
    await beginsCase(teacher);
    await forgets();
    await goes(teacher, 'Stap 1', 'Een signaal vastleggen');
    await does(teacher, 'Vastleggen', signal);
    await forgets();
    await ibEr.says('hulp');
    await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ilse ter Braak'] });
    await hears(story, ibEr, 'Herken jij dit?');
    await forgets();
    await teacher.says('overzicht');
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
    expect(await facts(story)).toEqual([
      ...['CaseOpened', 'SignalRecorded', 'ConsultationRequested', 'ConsultationAnswered'],
    ]);
    // No fact, due item or key is ever written blindly: heads on their eTag, events and keys only where there is none.
    expect([...blind('cases'), ...blind('keys')]).toEqual([]);
    expect(blind('values').length).toBeGreaterThan(10);
  });

  test('when an answer was kept and then nothing comes back, then nobody is told that it was not, and pressing again adds nothing (R-242)', async () => {
    const { peer } = account;
    if (!peer) return; // nobody can make a real account lose its answers
    const story = await given({ account });
    const { teacher } = story;
    await beginsCase(teacher);
    const card = cardWith(teacher, 'Vastleggen');
    const ofCases = { match: ({ kind, container }: Call) => container === 'cases' && kind === 'batch' };
    peer.fault({ ...ofCases, reset: 'after' });
    const away = peer.fault({ ...ofCases, status: 503, times: Infinity });
    const look = 'Kijk straks in het overzicht of het is vastgelegd.';
    await expect(doesOn(teacher, card, 'Vastleggen', signal)).rejects.toThrow(look);
    away.lift();
    await doesOn(teacher, card, 'Vastleggen', signal);
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when the account does not answer for a while, then the bot is alive and not ready, and ready again after it (R-242)', async () => {
    const { peer } = account;
    if (!peer) return; // nobody can make a real account stay away
    const story = await given({ account });
    const address = (path: string): string => new URL(path, story.url()).href;
    const statusOf = async (path: string): Promise<number> => (await fetch(address(path))).status;
    await story.teams.until(async () => (await statusOf('/readyz')) === 200, 'ready');
    const away = peer.fault({ status: 503, match: () => true, times: Infinity });
    expect([await statusOf('/readyz'), await statusOf('/healthz')]).toEqual([503, 200]);
    away.lift();
    await story.teams.until(async () => (await statusOf('/readyz')) === 200, 'ready again', 20_000);
  });
});
