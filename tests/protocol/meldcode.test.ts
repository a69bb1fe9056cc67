import { circle } from '../../src/protocol/exits';
import { definitions, norm, protocol, steps, stepText, type Step } from '../../src/protocol/meldcode';
import { harmKinds, questions } from '../../src/protocol/step4Weigh';
import { categories } from '../../src/protocol/step1Signals';

const meaningOf = (term: string): string => definitions.find((one) => one.term === term)?.meaning ?? '';
const titles = steps.map(({ title }) => title);

describe('given the tables of the protocol', () => {
  test('R-001: then they name the foundation and the version of the protocol they come from', () => {
    expect(protocol).toMatchObject({ foundation: 'Stichting Consent', version: 'v1.0_301018', date: '2018-10-30' });
  });

  test('R-017: then there are five steps, in the order of the Meldcode', () => {
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    expect(titles).toEqual([
      'Signalen in kaart brengen',
      'Overleggen met een collega',
      'Praten met ouders en kind',
      'Wegen',
      'Beslissen',
    ]);
  });

  test('R-004: then every step says why it is there', () => {
    for (const { why } of steps) expect(why).toMatch(/\w.{40,}\.|\?$/);
  });

  test('R-029 R-030 R-032 R-034 R-035 R-039: then every step has its parallel step in the support route', () => {
    expect(steps.map(({ route }) => route)).toEqual([
      'Observeren, signaleren en begeleiden',
      'Collegiale consultatie',
      'Bespreking in het diepteteam',
      'Bespreking in het zorgteam',
      'Nazorg en evaluatie',
    ]);
    expect(stepText(1).routeText).toMatch(/begeleidt de leerling.*belemmert/);
    expect(stepText(2).routeText).toMatch(/intern begeleider.*groeps- of leerlingbespreking/);
    expect(stepText(3).routeText).toMatch(/intern begeleider.*wat heeft het kind nodig.*adviseren/);
    expect(stepText(4).routeText).toMatch(/hulpvraag van school, ouders en leerling.*arrangement/);
    expect(stepText(5).routeText).toMatch(/nazorg.*knelpunten/);
  });

  test('R-031 R-117: then step 2 says that asking Veilig Thuis for advice may always be anonymous', () => {
    expect(stepText(2).why).toMatch(/Veilig Thuis.*altijd anoniem/);
  });

  test('R-045: then step 1 asks nobody to be certain or to know a cause', () => {
    expect(stepText(1).why).toMatch(/niet zeker te zijn.*geen oorzaak te weten/);
  });

  test('R-033 R-022: then step 3 is a talk with the parents, and with the child when that fits', () => {
    expect(stepText(3).why).toMatch(/ouder of verzorger.*als dat past met de leerling/);
  });

  test('R-086: then step 3 says that nobody holds this talk alone', () => {
    expect(stepText(3).why).toContain('niet alleen');
  });

  test('R-036 R-120: then step 4 weighs with five questions, and calls Veilig Thuis at doubt', () => {
    expect(stepText(4).why).toMatch(/vijf vragen.*Bij twijfel.*altijd contact op met Veilig Thuis/);
    expect(questions).toHaveLength(5);
  });

  test('R-038 R-008: then step 5 takes two decisions, the melding before the help', () => {
    expect(stepText(5).why).toMatch(/twee besluiten, in deze volgorde.*melding.*hulp/);
  });

  test('R-005 R-011: then the norm names acute and structural unsafety, and reporting always', () => {
    expect(norm).toMatch(/acute of structurele onveiligheid meld je altijd/);
  });

  test('R-015 A-02: then the norm says that reporting is a duty of the profession and not of the law', () => {
    expect(norm).toMatch(/geen wettelijke plicht.*norm van je beroep/);
  });

  test('R-012: then the norm says that serious concerns are reported also when there is help already', () => {
    expect(norm).toMatch(/Ook als er al hulp is: Veilig Thuis moet ernstige zorgen kennen/);
  });

  test('R-010 R-006 I-19: then every question of the kader has words to ask it and help to answer it', () => {
    expect(protocol.kader).toContain('Onderwijs en Leerplicht/RMC');
    for (const { ask, help } of questions) {
      expect(ask).toMatch(/\?$/);
      expect(help.length).toBeGreaterThan(40);
    }
  });
});

describe('given the terms of the protocol', () => {
  test('R-023: then domestic violence is of body, mind or sex, and what falls under it is named', () => {
    expect(meaningOf('Huiselijk geweld')).toMatch(/Lichamelijk, geestelijk of seksueel.*dreigen/);
    for (const part of ['ouderenmishandeling', 'genitale verminking', 'huwelijksdwang', 'eergerelateerd'])
      expect(meaningOf('Huiselijk geweld')).toContain(part);
  });

  test('R-024: then the huiselijke kring is the same in its definition and in the choices', () => {
    expect(meaningOf('Huiselijke kring')).toMatch(/\(Ex-\)partners, gezinsleden, familieleden en huisvrienden/);
    expect(Object.keys(circle)).toEqual(['onbekend', 'ouder', 'ex-partner', 'gezinslid', 'familielid', 'huisvriend']);
  });

  test('R-025: then child abuse counts neglect and witnessing, in its definition and among the kinds of harm', () => {
    expect(meaningOf('Kindermishandeling')).toMatch(/verwaarlozing.*getuige/);
    for (const kind of ['verwaarlozing', 'getuige', 'vgv', 'eergerelateerd', 'huwelijksdwang'])
      expect(Object.keys(harmKinds)).toContain(kind);
  });

  test('R-026: then a medewerker is everybody who works for the foundation and supports pupils', () => {
    expect(meaningOf('Medewerker')).toMatch(/Iedereen die voor de stichting werkt.*zorg, begeleiding of steun/);
  });

  test('R-027: then a leerling is the pupil with whom the medewerker works', () => {
    expect(meaningOf('Leerling')).toBe('De leerling met wie jij werkt.');
  });

  test('A-04: then anonymous advice, a melding and a name kept from the family are three different things', () => {
    expect(meaningOf('Advies of melding')).toMatch(/anoniem.*weet dan altijd wie jij bent/);
    expect(meaningOf('Naam niet bekend maken aan het gezin')).toContain('Veilig Thuis kent je naam wel');
  });

  test('A-32: then a child that tells by itself is explained as acute unsafety, and is one of the signals', () => {
    expect(meaningOf('Acute onveiligheid')).toContain('onthulling');
    expect(categories.GK.items).toContain('vertelt zelf over thuis (onthulling)');
  });

  test('R-028 A-27: then the misspelling of eergerelateerd in the source is nowhere in our words', () => {
    const words = JSON.stringify([definitions, steps, norm, harmKinds, categories, circle]);
    expect(words).toContain('eergerelateerd');
    expect(words).not.toMatch(/eerder gerelateerd|Vellig/);
  });

  test('R-004: given a step that the protocol does not have, when it is asked for, then that is a fault', () => {
    // Only five numbers are steps by type; the sixth stands for a mistake of a caller.
    expect(() => stepText(6 as Step)).toThrow('no step 6');
  });
});
