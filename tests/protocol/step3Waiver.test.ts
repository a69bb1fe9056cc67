import { atRisk, waiverGrounds } from '../../src/protocol/step3Conversation';
import { reportWaiverGrounds } from '../../src/protocol/step5Decide';
import { given, leader, now } from './given';
import { makeReport, reportDiscussed, reportTalkWaived } from './laterSamples';
import { mapped, opened, outsideConsultation, parentTalk, signal, talkWaived, waiveConversation } from './samples';

const start = given(opened(), signal(), mapped(), outsideConsultation());

describe('given that no talk with the parent is possible', () => {
  test('R-113 R-114 R-115: then there are two grounds and no more', () => {
    expect(Object.keys(waiverGrounds)).toEqual(['veiligheid', 'contact-verbroken']);
    expect(waiverGrounds.veiligheid).toMatch(/ouder, de leerling, jezelf of een ander/);
    expect(waiverGrounds['contact-verbroken']).toMatch(/ouder het contact verbreekt en het kind van school haalt/);
  });

  test('R-115 R-167 A-12: then the grounds of step 5 are a list of their own, in words of their own', () => {
    expect(reportWaiverGrounds.veiligheid).not.toBe(waiverGrounds.veiligheid);
    expect(reportWaiverGrounds['contact-verbroken']).not.toContain('van school');
  });

  test('R-114: when safety is the ground, then who is at risk is said', () => {
    expect(Object.keys(atRisk)).toEqual(['ouder', 'leerling', 'mijzelf', 'ander']);
    start.when(waiveConversation({ atRisk: [] })).refused('at-risk-needed');
    start.when(waiveConversation({ ground: 'contact-verbroken', atRisk: [] })).accepted();
  });

  test('R-116 R-044: then ground, reason, who, when and whether Veilig Thuis was asked are on record', () => {
    const outcome = start.when(waiveConversation({ atRisk: ['ouder', 'ander'] }), leader);
    outcome.then({
      type: 'ConversationWaived',
      ground: 'veiligheid',
      atRisk: ['ouder', 'ander'],
      reason: 'Vader dreigt',
      veiligThuisConsulted: true,
      by: leader.id,
      at: now,
    });
    expect(outcome.accepted().step(3).state).toBe('overgeslagen');
    expect(outcome.accepted().and(parentTalk()).step(3).state).toBe('gedaan');
  });

  test('R-113 I-14: when a melding is made, then the signals were discussed, or there is one of the two grounds', () => {
    start.and(reportDiscussed()).when(makeReport()).refused('signals-not-discussed');
    start.and(parentTalk(), reportDiscussed()).when(makeReport()).accepted();
    start.and(talkWaived(), reportDiscussed()).when(makeReport()).accepted();
  });

  test('A-12 I-14: then the ground of step 3 does not stand in for the one of step 5, nor the other way round', () => {
    start.and(talkWaived()).when(makeReport()).refused('parents-not-told');
    start.and(reportTalkWaived()).when(makeReport()).refused('signals-not-discussed');
    start.and(talkWaived(), reportTalkWaived()).when(makeReport()).accepted();
  });
});
