import type { CaseEvent } from '../protocol/caseFile';
import { categoryOf, directions, flags, natures } from '../protocol/step1Signals';
import { recognition } from '../protocol/step2Consult';
import { talkOutcomes } from '../protocol/step3Conversation';
import { harmKinds, questions, riskLevels, weighAnswers } from '../protocol/step4Weigh';
import type { Block, Document } from './blocks';
import { nameless } from './nameless';
import type { Sources } from './sources';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const month = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const inMonth = (day: string): string => month.format(new Date(day));

/**
 * What can be told without telling about whom: for an anonymous discussion, or advice of Veilig Thuis. No
 * name, school, case number, day or date of birth. Names that people typed are taken out as far as the file knows them;
 * a fact that only fits this child stays recognisable, and the summary says so first.
 */
export const anonymousSummary = (sources: Sources): Document => {
  const { entries, file } = sources;
  const hide = nameless(sources);
  const of = <T extends CaseEvent['type']>(type: T): readonly Of<T>[] =>
    entries.flatMap(({ event }) => (event.type === type ? [event as Of<T>] : [])); // the test before it says so
  const risk = of('RiskAssessed').at(-1);
  const answers = file.weighing?.answers ?? {};
  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Samenvatting zonder namen', lines: ['Voor een anonieme bespreking of advies'] },
    {
      kind: 'text',
      tone: 'strong',
      text: 'Lees dit eerst zelf. Is een feit zo bijzonder dat mensen het kind herkennen? Streep het dan door. Noem geen namen in het gesprek.',
    },
    { kind: 'heading', level: 1, text: 'Signalen' },
    ...of('SignalRecorded').map((signal): Block => ({
      kind: 'facts',
      heading: `${categoryOf(signal.category).title}, ${inMonth(signal.happenedOn)}`,
      rows: [
        { label: natures[signal.nature].split(':')[0] ?? '', text: hide(signal.text) },
        { label: 'Wat het doet', text: directions[signal.direction] },
      ],
    })),
    ...(file.signals.flags.length > 0
      ? [
          {
            kind: 'text',
            text: `Vermoeden van: ${file.signals.flags.map((flag) => flags[flag].toLowerCase()).join(', ')}.`,
          } as const,
        ]
      : []),
    { kind: 'heading', level: 1, text: 'Overleg en gesprek' },
    {
      kind: 'list',
      items: [
        ...of('ConsultationAnswered').map(
          ({ recognises }) => `Een collega herkent de zorgen: ${recognition[recognises].toLowerCase()}.`,
        ),
        ...of('ConversationRecorded').map(
          ({ outcome, talkAt }) => `Gesprek in ${inMonth(talkAt)}: ${talkOutcomes[outcome].toLowerCase()}.`,
        ),
        ...(of('ConversationWaived').length > 0 ? ['Een gesprek met de ouder kon niet.'] : []),
        `Veilig Thuis is ${file.consult.veiligThuis.count > 0 ? 'om advies gevraagd' : 'nog niet om advies gevraagd'}.`,
      ],
    },
    { kind: 'heading', level: 1, text: 'Hoe wij het wegen' },
    {
      kind: 'facts',
      rows: [
        ...(risk
          ? [
              { label: 'Risico', text: riskLevels[risk.risk] },
              { label: 'Aard', text: risk.nature.map((kind) => harmKinds[kind]).join(', ') },
              { label: 'Ernst', text: hide(risk.seriousness) },
            ]
          : []),
        ...questions.flatMap(({ id, number, title }) => {
          const answer = answers[id];
          return answer ? [{ label: `Vraag ${number}, ${title.toLowerCase()}`, text: weighAnswers[answer] }] : [];
        }),
      ],
    },
    { kind: 'lines', label: 'Wat wil je weten?', count: 4 },
  ];
  return {
    title: 'Samenvatting zonder namen',
    header: 'Samenvatting zonder namen',
    footer: 'Vertrouwelijk',
    blocks: () => blocks,
  };
};
