import { informationForms } from '../../src/cards/information';
import { cardRenderer } from '../../src/cards/render';
import { definitions, norm, protocol } from '../../src/protocol/meldcode';
import { intentOf } from '../../src/teams/intents';
import { buttonsOf, textOf } from '../support/cardParts';
import { objectsIn } from '../support/json';
import { addressesOn, asLeader, facts, inCase, leadsTo, noCase } from './begunCases';
import { objectsDeep } from './templates';
import { caseId, opened, school } from './context';

describe('given somebody who is stuck in a case, when help is asked', () => {
  const shown = inCase('shared/stuck', [opened]);

  test('then colleagues stand first, the intern begeleider before the leader, then Veilig Thuis and a confidant', () => {
    expect(shown.text).toContain('Ilse ter Braak, Jeroen Nijhuis');
    expect(shown.text).toContain('[0800-2000](tel:08002000)');
    expect(shown.text).toContain('Advies vragen kan altijd anoniem.');
    expect(shown.text).toContain('[053-000 00 01](tel:0530000001)');
    expect(leadsTo(shown, 'Ondersteuning vragen')).toEqual({ case: caseId, form: 'step2-consult/support' });
  });

  test('then nobody is sent to themselves', () => {
    expect(inCase('shared/stuck', [opened], { viewer: asLeader }).text).not.toContain('Jeroen Nijhuis');
  });

  test('then a case that takes no questions any more offers none', () => {
    const closed = inCase('shared/stuck', [opened, facts.CaseClosed]);
    expect(closed.titles).toEqual(['Begrippen', 'Overzicht', 'Verberg', 'Nood']);
    expect(closed.text).not.toContain('ondersteuning vragen');
  });

  test('then a board without a confidant leaves that line out', () => {
    const { externalConfidant: _none, ...contacts } = school.contacts;
    const bare = inCase('shared/stuck', [opened], { school: { ...school, contacts } });
    expect(bare.text).not.toContain('Buiten school');
  });
});

describe('given somebody whom the board’s list does not know, when they write', () => {
  const shown = noCase('shared/stranger', { viewer: { id: '', roles: [] }, schools: [] });

  test('then they hear whom to ask, and can call without any press on the bot', () => {
    expect(shown.text).toContain('Vraag je schoolleider of de beheerder van Stichting Consent');
    expect(addressesOn(shown)).toEqual(['tel:112', 'tel:08002000']);
  });
});

describe('given the bot’s first words, when they are read', () => {
  test('then they say how to begin, what is kept, and that people decide', () => {
    const { text, titles } = noCase('shared/welcome');
    for (const part of ['ik maak me zorgen', 'Alleen wat je daar vastlegt', 'Ik beslis niets en ik meld niets.'])
      expect(text).toContain(part);
    expect(titles).toEqual(['Ik maak me zorgen', 'Eerst oefenen', 'Hulp', 'Privacy', 'English', 'Nood']);
  });

  test('then they say why there is a meldcode, and that following it is a duty and no favour (R-013, R-016, R-219)', () => {
    const { text } = noCase('shared/welcome');
    expect(text).toContain('zodat geweld stopt');
    expect(text).toContain('De stappen volgen is een plicht');
    expect(text).toContain('signalen, overleg, gesprek, wegen en beslissen');
    expect(noCase('shared/about').text).toContain('De stappen volgen is een plicht voor iedereen');
  });

  test('then every command of the help card is understood by the bot', () => {
    const commands = objectsDeep(noCase('shared/help').card)
      .flatMap((part) => objectsIn(part['facts']))
      .map((fact) => String(fact['title']));
    expect(commands.length).toBeGreaterThan(7);
    expect(commands.filter((command) => intentOf(command).means === 'unknown')).toEqual([]);
  });
});

describe('given the pages to read, when they open', () => {
  test('then every term of the protocol is explained', () => {
    const { text } = noCase('shared/definitions');
    for (const { term, meaning } of definitions) {
      expect(text).toContain(term);
      expect(text).toContain(meaning);
    }
  });

  test('then privacy says what, why, who, how long, which rights and which rules (R-213)', () => {
    const { text } = noCase('shared/privacy');
    for (const part of ['Wat:', 'Waarom:', 'Wie ziet een zaak:', 'Hoe lang:', 'Rechten:', 'Regels:'])
      expect(text).toContain(`**${part}**`);
    for (const rule of ['AVG', 'Jeugdwet', 'Wmo', 'Wet op het primair onderwijs', 'privacyreglement'])
      expect(text).toContain(rule);
    expect(text).toContain('bewaart een dossier 24 maanden na het sluiten. Daarna kijkt de schoolleiding');
  });

  test('then the source, its version, the norm and where to read on are there (R-001, R-214 to R-218)', () => {
    const { text } = noCase('shared/about');
    for (const part of [protocol.title, protocol.foundation, protocol.version, '30 oktober 2018', protocol.kader, norm])
      expect(text).toContain(part);
    for (const part of [
      'www.meldcode.nl',
      'www.protocolkindermishandeling.nl',
      'Toolkit meldcode',
      'Beleidsplan Integriteit',
      'Academie VCO Consent',
      'www.veiligthuistwente.nl',
    ])
      expect(text).toContain(part);
  });

  test('then each can be read by somebody without a school', () => {
    for (const name of [
      'shared/definitions',
      'shared/privacy',
      'shared/about',
      'shared/help',
      'shared/welcome',
    ] as const)
      expect(informationForms[name]).toMatchObject({ caseless: true, records: [] });
  });
});

describe('given a card that somebody hid, when it is looked at', () => {
  const render = cardRenderer();
  const hidden = (about: string) => render('shared/hidden', { m: { case: about } });
  const titles = (about: string) => buttonsOf(hidden(about)).map(({ title }) => title);

  test('then it says nothing but the way back', () => {
    expect(titles(caseId)).toEqual(['Overzicht', 'Nood']);
    expect(titles('')).toEqual(['Mijn zaken', 'Nood']);
    expect(textOf(hidden(caseId))).toBe('Deze kaart is verborgen. Er is niets weg.\nOverzicht\nNood');
    expect(JSON.stringify(hidden(caseId))).not.toContain('${');
  });
});
