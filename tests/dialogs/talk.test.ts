import { MemoryStorage, TestAdapter, type TurnContext } from 'botbuilder';
import type { Card } from '../../src/cards/render';
import { MainDialog, MAIN_DIALOG } from '../../src/dialogs/mainDialog';
import { beginTurn, type Answered, type FormRequest, type Intention } from '../../src/dialogs/turn';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { emptyCase, evolve } from '../../src/protocol/caseFile';
import type { Command } from '../../src/protocol/decide';
import { talkOf } from '../../src/teams/talk';
import { facts } from '../cards/begunCases';
import { caseId, opened } from '../cards/context';

const noCase: Card = { type: 'AdaptiveCard', version: '1.5', body: ['no case'] };

/** One chat whose cards are only names; what the file says is what the story gives it. */
const chat = () => {
  const storage = new MemoryStorage();
  const adapter = new TestAdapter(async () => undefined);
  let file: CaseEvent[] = [opened];
  let shown: string[] = [];
  let lost = 0;
  const turn = async (rest: { intention?: Intention; answered?: Answered }): Promise<string[]> => {
    // Another process each time: nothing but the storage is kept.
    const talk = talkOf(new MainDialog(), storage);
    shown = [];
    const named = ({ form }: FormRequest): Card => ({ type: 'AdaptiveCard', version: '1.5', body: [form] });
    const desk = {
      card: async (request: FormRequest) => named(request),
      file: async () => file.reduce(evolve, emptyCase),
      noCaseCard: () => noCase,
    };
    const present = async (card: Card): Promise<void> => void shown.push(String((card['body'] as string[])[0])); // named just above
    await adapter.processActivity({ type: 'message', text: '' }, async (context: TurnContext) => {
      beginTurn(context, { desk, present, ...rest });
      if (rest.answered) await talk.goOn(context);
      else await talk.lead(context, async () => void (lost += 1));
    });
    return shown;
  };
  return {
    storage,
    goes: (intention: Intention) => turn({ intention }),
    answers: (
      command: Partial<Command> & { type: Command['type'] },
      more: readonly CaseEvent[] = [],
      about = caseId,
    ) => {
      file = [...file, ...more];
      // A dialog reads of a command what it leads to, and no more.
      return turn({ answered: { verb: command.type, caseId: about, command: command as Command } });
    },
    lost: () => lost,
  };
};
const signal = { ...facts.SignalRecorded, category: 'GK' } as CaseEvent;
const toCase = (form?: 'step1-signals/signal' | 'step4-weigh/result' | 'step2-consult/veilig-thuis'): Intention => ({
  ...{ to: 'case', caseId, ...(form && { form }) },
});

describe('given a talk that waits for an answer', () => {
  test('when that card is answered, then the next card of the step comes, and the overview at its end', async () => {
    const { goes, answers } = chat();
    expect(await goes(toCase('step1-signals/signal'))).toEqual(['step1-signals/signal']);
    expect(await answers({ type: 'recordSignal' }, [signal])).toEqual(['step1-signals/menu']);
  });

  test('when another card or another case is answered, then it keeps waiting and says nothing', async () => {
    const { goes, answers } = chat();
    await goes(toCase('step1-signals/signal'));
    expect(await answers({ type: 'closeCase' })).toEqual([]);
    expect(await answers({ type: 'recordSignal' }, [], 'another-case')).toEqual([]);
    expect(await answers({ type: 'recordSignal' }, [signal])).toEqual(['step1-signals/menu']);
  });

  test('when nothing waits, then a card’s answer begins no talk', async () => {
    const { answers } = chat();
    expect(await answers({ type: 'recordSignal' }, [facts.SignalRecorded])).toEqual([]);
  });

  test('when somebody wants to go elsewhere, then the talk goes there', async () => {
    const { goes } = chat();
    await goes(toCase('step1-signals/signal'));
    expect(await goes({ to: 'intake', form: 'intake/triage' })).toEqual(['intake/triage']);
    expect(await goes(toCase())).toEqual(['shared/hub']);
  });
});

describe('given a card that belongs to another step', () => {
  test('when it follows, then the step that it belongs to knows what comes after it', async () => {
    const { goes, answers } = chat();
    await goes(toCase('step4-weigh/result'));
    const weighed = [facts.SuspicionWeighed, facts.SafetyWeighed, facts.HelpWeighed, facts.AcceptanceWeighed];
    const yes = [...weighed, facts.PlanMade, facts.ResultWeighed].map((event) => ({
      ...event,
      ...(event.type !== 'PlanMade' && { round: 1, answer: event.type === 'SafetyWeighed' ? 'nee' : 'ja' }),
    }));
    const along = yes as CaseEvent[]; // the same facts with other answers
    expect(await answers({ type: 'weighResult' }, along)).toEqual(['plan/monitoring']);
    expect(await answers({ type: 'agreeMonitoring' }, [facts.MonitoringAgreed])).toEqual(['shared/close']);
    expect(await answers({ type: 'closeCase' }, [facts.CaseClosed])).toEqual(['shared/hub']);
  });

  test('when Veilig Thuis says that action is needed now, then the melding is asked for, and after it the overview (R-081)', async () => {
    const { goes, answers } = chat();
    await goes(toCase('step2-consult/veilig-thuis'));
    const spoke = { type: 'recordVeiligThuisContact', immediateAction: true } as const;
    expect(await answers(spoke, [facts.VeiligThuisContactRecorded])).toEqual(['step5-decide/report']);
    expect(await answers({ type: 'makeReport' }, [facts.ReportMade])).toEqual(['shared/hub']);
  });
});

describe('given a talk of before an update', () => {
  test('when its dialogs are not known any more, then it begins where somebody wants to go, and says so once (R-241)', async () => {
    const { storage, goes, lost } = chat();
    await goes(toCase('step1-signals/signal'));
    const kept = (storage as unknown as { memory: Record<string, string> }).memory; // MemoryStorage keeps JSON by key
    const [key = ''] = Object.keys(kept);
    expect(kept[key]).toContain(MAIN_DIALOG);
    kept[key] = (kept[key] ?? '').replaceAll('step1Signals', 'goneStep');
    expect(await goes(toCase())).toEqual(['shared/hub']);
    kept[key] = (kept[key] ?? '').replaceAll(`"id":"${MAIN_DIALOG}"`, '"id":"main-0"');
    expect(await goes(toCase())).toEqual(['shared/hub']);
    expect(lost()).toBe(1);
  });
});
