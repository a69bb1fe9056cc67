import fc from 'fast-check';
import { anonymousSummary } from '../../src/dossier/anonymousSummary';
import { factsWith } from '../cards/everyFact';
import { caseFiles } from '../cards/caseFiles';
import { school } from '../cards/context';
import { sourcesOf } from './sources';

const textOf = (sources: Parameters<typeof anonymousSummary>[0]): string =>
  JSON.stringify([...anonymousSummary(sources).blocks()]);

const first = fc.constantFrom('Noor', 'Jayden', 'Şeyma', 'Ömer', 'Anne-Fleur', 'Gijs', 'Zoë', 'D’Angelo');
const last = fc.constantFrom('de Vries', 'van den Berg', 'Yıldız', 'El Amrani', 'Ter Braak', 'Kok', 'O’Brien');
const sentence = (name: string): string =>
  `${name} vertelde dat ${name.toUpperCase()}s broer sloeg; ${name.toLowerCase()} huilde. Bel 06 12345678 of 7511 AB.`;

test('R-069 A-04: given any names, when the summary without names is made, then none of them is in it, nor school, day or number', () => {
  fc.assert(
    fc.property(first, last, first, last, (pupil, family, other, otherFamily) => {
      const name = `${pupil} ${family}`;
      const neighbour = `${other} ${otherFamily}`;
      const told = `${sentence(pupil)} ${sentence(neighbour)} ${school.colleagues[0]?.name} zag het op 3-11-2026.`;
      const of = factsWith(() => 'Iets');
      const events = [
        { ...of.CaseOpened, pupil: { name, birthDate: '2015-03-04', group: 'groep 7' } },
        { ...of.SignalRecorded, source: 'derde', sourceName: neighbour, text: told } as const,
        { ...of.RiskAssessed, seriousness: told, riskText: told },
        { ...of.ConsultationRequested, question: told, shared: told },
        { ...of.ConsultationAnswered, observations: told },
        { ...of.ConversationRecorded, facts: told, reaction: told },
      ];
      const text = textOf(sourcesOf(events)).toLowerCase();
      const parts = [
        ...name.split(' '),
        ...neighbour.split(' '),
        ...school.colleagues.flatMap((one) => one.name.split(' ')),
      ];
      const names = parts.filter((part) => !/^(de|van|den|ter|el)$/i.test(part)).map((part) => part.toLowerCase());
      const left = names.filter((part) => new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(text));
      expect(left).toEqual([]);
      expect(text).toContain('vertelde dat [naam] broer sloeg');
      expect(text).not.toMatch(/linde|consent|mc-2026|2015|12345678|7511|3-11-2026|groep 7/);
    }),
    { numRuns: 200, seed: 20261124 },
  );
});

test('given a fact that only fits one child, when the summary is made, then it asks to read it over first', () => {
  const text = textOf(sourcesOf(caseFiles((about) => about)['a case with everything in it']));
  expect(text).toContain('Is een feit zo bijzonder dat mensen het kind herkennen?');
});
