import type { TemplateTexts } from '../../templateTexts';

export const family: Readonly<Record<TemplateTexts['family'], string>> = {
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
