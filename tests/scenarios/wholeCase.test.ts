import { advice, monitoring, plan, question, signal, talk, risk, because, safe, helped, accepted } from './steps';
import { cardWith, chooses, does, facts, goes, hears, offers, stories, theCase } from './story';

const given = stories();

describe('given a teacher who worries, a colleague and a school leader', () => {
  test('when they go through the meldcode together, then the file holds every step and closes on a safe child (R-017, R-240, R-241, R-243 to R-246)', async () => {
    const story = await given();
    const { teacher, ibEr, leader } = story;

    // Step 1: what was typed with the start sentence stands ready on the cards.
    await teacher.says('ik maak me zorgen over Sam, hij had een blauwe plek');
    await does(teacher, 'Over een kind, thuis');
    const begun = await does(teacher, 'Vastleggen en verder', { name: 'Sam de Vries', group: 'groep 5' });
    expect(begun.text).toContain('✓ Zaak begonnen');
    expect(teacher.chat.lastCard().text).toContain('Sam, hij had een blauwe plek');
    await does(teacher, 'Vastleggen', signal);
    await chooses(teacher, 'Stap 1 afronden');
    await does(teacher, 'Stap 1 afronden');
    expect(teacher.chat.lastCard().text).toContain('Bespreek de signalen met een collega');

    // Step 2: the question goes to the colleague's own chat, and the answer comes back.
    await does(teacher, 'Doe dit nu');
    await does(teacher, 'Vraag versturen', { ...question, colleagues: ['Ilse ter Braak'] });
    const asked = await hears(story, ibEr, 'Herken jij dit?');
    expect(asked.text).not.toContain('Sam');
    await does(ibEr, 'Antwoord geven', advice);
    await hears(story, teacher, 'Je collega heeft geantwoord');
    expect((await does(teacher, 'Bekijken')).text).toContain('Praat deze week met de ouder.');

    // Step 3
    await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
    await does(teacher, 'Vastleggen', talk(story));
    await does(teacher, 'Vastleggen', { person: 'moeder', state: 'Ondertekend', keptAt: 'in de kluis' });

    // Step 4: the questions follow each other; then the leader is asked.
    await does(teacher, 'Doe dit nu');
    await does(teacher, 'Vastleggen', risk);
    for (const answer of [{ answer: 'Ja', ...because }, safe, helped, accepted])
      await does(teacher, 'Vastleggen', answer);
    expect(teacher.chat.lastCard().text).toContain('De schoolleider is gevraagd om de weging te bevestigen.');
    await hears(story, leader, '4. Hulp aanvaard: ja');
    await does(leader, 'Ik ben op de hoogte en bevestig', { remark: 'Eens met deze weging.' });
    await hears(story, teacher, 'De leiding heeft de weging bevestigd.');

    // Step 5: two decisions in their order, and the plan.
    await goes(teacher, 'Stap 5', 'Besluit 1');
    await does(teacher, 'Vastleggen', { canProtect: 'Ja', decision: 'Nee, we melden niet', reason: 'Er is hulp.' });
    await does(teacher, 'Vastleggen', { schoolCan: 'Ja', familyCan: 'Ja', reason: 'Moeder wil dit graag.' });
    await does(teacher, 'Plan vastleggen', plan(story));
    await hears(story, ibEr, 'Je bent gevraagd als casemanager.');
    await does(ibEr, 'Ik word casemanager');

    // Question 5 at the term, agreements on following the safety, and the end.
    story.later(60);
    await goes(teacher, 'Stap 4', 'Vraag 5');
    const results = { safety: 'Ja', welfare: 'Ja', recovery: 'Ja', goal1: 'Behaald', ...because };
    await does(teacher, 'Vastleggen', results);
    await does(teacher, 'Vastleggen', monitoring(story));
    await does(teacher, 'Zaak sluiten', { outcome: 'De hulp heeft gewerkt', reason: 'Het gaat goed met Sam.' });
    await hears(story, leader, 'een zaak is gesloten');

    expect(await facts(story)).toEqual([
      ...['CaseOpened', 'SignalRecorded', 'SignalsMapped', 'ConsultationRequested', 'ConsultationAnswered'],
      ...['ConversationRecorded', 'SignatureRecorded', 'RiskAssessed', 'SuspicionWeighed', 'SafetyWeighed'],
      ...['HelpWeighed', 'AcceptanceWeighed', 'WeighingConfirmed', 'ReportDecided', 'HelpDecided', 'PlanMade'],
      ...['CasemanagementAccepted', 'ResultWeighed', 'MonitoringAgreed', 'CaseClosed'],
    ]);
    const { events, file } = await theCase(story);
    expect(file.status).toBe('closed');
    const byWhom = new Map(events.map(({ type, by }) => [type, by]));
    expect(byWhom.get('ConsultationAnswered')).toBe(ibEr.aadObjectId);
    expect(byWhom.get('WeighingConfirmed')).toBe(leader.aadObjectId);
    expect(byWhom.get('CaseClosed')).toBe(teacher.aadObjectId);
    expect(offers(cardWith(teacher, 'Open je keuze'))).toContain('Zaak heropenen');
    expect(story.log).toEqual([]);
  });
});
