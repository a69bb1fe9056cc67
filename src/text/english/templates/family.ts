import type { TemplateTexts } from '../../templateTexts';

export const family: Readonly<Record<TemplateTexts['family'], string>> = {
  'Er is nu geen ander dossier waarover je iets moet besluiten.':
    'There is no other file now that you have to decide anything about.',
  'Deze twee dossiers gaan misschien over dezelfde leerling. De collega’s weten dat niet van elkaar: alleen jij beslist wat zij horen.':
    'These two files may be about the same pupil. The colleagues do not know this of each other: only you decide what they hear.',
  'Hoe gaat het verder?': 'How does it go on?',
  'Waarom? Nodig als de dossiers los van elkaar blijven': 'Why? Needed if the files stay apart from each other',
  'Wie beide dossiers mag zien, ziet dit besluit in allebei. Een ander ziet het niet.':
    'Whoever may see both files sees this decision in both. Nobody else sees it.',
  'Naar dat dossier': 'To that file',
  'Vertel beide collega’s zelf met wie ze verder praten. Draag daarna een van de twee zaken over, of sluit er een.':
    'Tell both colleagues yourself whom they go on talking with. Then hand over one of the two cases, or close one.',
  'Opnieuw besluiten': 'Decide again',
  'Broer of zus': 'Brother or sister',
  'Schrijf alleen op wat nodig is om het kind te kennen. Zorgen over dit kind horen in een eigen zaak.':
    'Write down only what is needed to know the child. Concerns about this child belong in a case of their own.',
  'Schrijf op hoe de broer of zus heet.': 'Write down the name of the brother or sister.',
  'Op welke school?': 'At which school?',
  'Kies op welke school de broer of zus zit.': 'Choose which school the brother or sister goes to.',
  'Dit kind hoort hier toch niet bij': 'This child does not belong here after all',
  'Denk ook aan de andere kinderen in het gezin. Leg vast wie er zijn. Is er een zaak over een broer of zus die jij ook mag zien, dan kun je de twee koppelen.':
    'Think of the other children in the family too. Record who they are. If there is a case about a brother or sister that you may also see, you can link the two.',
  'Er is nog niemand vastgelegd.': 'Nobody has been recorded yet.',
  'Zaak beginnen': 'Begin a case',
  'Zaak: ${line}': 'Case: ${line}',
  'Naar die zaak': 'To that case',
  Loskoppelen: 'Unlink',
  'Een zaak over een broer of zus koppelen': 'Link a case about a brother or sister',
  'Kies een zaak': 'Choose a case',
  Koppelen: 'Link',
  'Alleen wie beide zaken mag zien, ziet de koppeling. Voor een ander is er niets te zien.':
    'Only whoever may see both cases sees the link. For anyone else there is nothing to see.',
};
