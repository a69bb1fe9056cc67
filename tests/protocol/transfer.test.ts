import { given, ibEr, leader, teacher, today, tomorrow } from './given';
import { closed, confirmReceipt, destroyFile, opened, receiptConfirmed, transferFile, transferred } from './samples';

const story = given(opened());

describe('given a pupil who goes to another school', () => {
  test('then the leader records to whom the file went, on what ground and when, also after it was closed', () => {
    story.when(transferFile(), leader).then({ type: 'FileTransferred', number: 1, ground: 'schriftelijk' });
    story.and(closed()).when(transferFile(), leader).accepted();
    story
      .and(transferred())
      .when(transferFile({ to: 'De Esch' }), leader)
      .then({ type: 'FileTransferred', number: 2 });
    story.when(transferFile(), teacher).refused('not-your-role');
    story.when(transferFile(), ibEr).refused('not-your-role');
  });

  test('then consent on paper lies somewhere, and going without takes a reason; never in the future', () => {
    story.when(transferFile({ proof: ' ' }), leader).refused('consent-needs-place');
    story.when(transferFile({ ground: 'zonder', proof: '' }), leader).refused('reason-needed');
    story.when(transferFile({ on: tomorrow }), leader).refused('in-the-future');
  });

  test('then the leader hears after ten working days, until the other school said that it has it', () => {
    const gone = story.and(transferred({ on: today }));
    expect(gone.terms('receipt')).toMatchObject([{ day: '2026-12-08', who: [{ role: 'leiding' }] }]);
    const there = gone.when(confirmReceipt(), leader).then({ type: 'ReceiptConfirmed', receiver: 'De directeur' });
    expect(there.terms('receipt')).toEqual([]);
    there.when(confirmReceipt(), leader).refused('already-answered');
    gone.when(confirmReceipt({ transfer: 2 }), leader).refused('no-such-entry');
    gone.when(confirmReceipt({ on: tomorrow }), leader).refused('in-the-future');
  });

  test('I-26: then it is not destroyed before the other school has it', () => {
    const asked = destroyFile({ ground: 'verzoek' });
    story.and(transferred(), closed()).when(asked, leader).refused('still-followed');
    story.and(transferred(), receiptConfirmed(), closed()).when(asked, leader).accepted();
  });
});
