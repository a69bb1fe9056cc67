import { protocol } from '../protocol/meldcode';
import type { Block, Document } from './blocks';
import type { Sources } from './sources';

/** Written consent for an open discussion with people from outside the school, for one parent each. */
export const consentForm = ({ file, school }: Sources): Document => {
  const { step3, step4 } = school.teamNames;
  const team = step3 === step4 ? `het ${step3}` : `het ${step3} of het ${step4}`;
  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Toestemming om te overleggen', lines: [school.name, school.boardName] },
    {
      kind: 'text',
      text: `De school wil de zorgen over ${file.pupil.name} bespreken in ${team}. Daar zitten ook mensen van buiten de school bij. Dat doen we alleen met de naam erbij als u dat goedvindt.`,
    },
    {
      kind: 'list',
      items: [
        'U mag ja of nee zeggen. Zegt u nee, dan bespreken we de zorgen zonder naam.',
        'U mag uw toestemming later intrekken. Zeg of schrijf dat aan de school.',
        'De school vertelt u wat er is besproken en wat er daarna gebeurt.',
        'Hebben twee ouders het gezag? Dan vult elke ouder een eigen formulier in.',
      ],
    },
    { kind: 'lines', label: 'Wat mogen we bespreken, en waarvoor?', count: 3 },
    { kind: 'lines', label: 'Wat liever niet?', count: 2 },
    {
      kind: 'table',
      head: ['Ik geef toestemming', 'Kruis aan'],
      rows: [
        ['Ja, open: met de naam erbij', '▢'],
        ['Nee', '▢'],
      ],
      widths: [0.7, 0.3],
    },
    { kind: 'signature', name: 'Naam van de ouder of verzorger', state: '' },
    { kind: 'signature', name: 'Naam van de medewerker', state: '' },
  ];
  return {
    title: 'Toestemmingsformulier',
    header: 'Vertrouwelijk · toestemming',
    footer: `${school.name} · ${protocol.title} ${protocol.version}`,
    blocks: () => blocks,
  };
};
