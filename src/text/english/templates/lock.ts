import type { TemplateTexts } from '../../templateTexts';

export const lock: Readonly<Record<TemplateTexts['lock'], string>> = {
  'Beperken tot twee personen': 'Limit to two people',
  'Is een collega familie, of gaat het over iemand die anders meeleest? Dan is deze zaak alleen voor twee mensen. Voor ieder ander bestaat ze niet meer, ook voor wie nu meeleest. Kies je jezelf niet, dan zie jij haar ook niet meer.':
    'Is a colleague family, or is it about somebody who would otherwise read along? Then this case is for two people only. For everyone else it no longer exists, also for whoever reads along now. If you do not choose yourself, you will not see it any more either.',
  'Minstens één van de twee zit in de leiding of is intern begeleider. Vragen aan anderen worden ingetrokken. Wat anderen deden, gaat naar de eerste die je kiest.':
    'At least one of the two is in the leadership or is the support coordinator. Questions to others are withdrawn. What others did goes to the first one you choose.',
  'Je kunt alleen je eigen plek doorgeven, of de lege plek invullen.':
    'You can only hand on your own place, or fill the empty one.',
  'Wie doet de zaak?': 'Who handles the case?',
  'Kies wie de zaak doet.': 'Choose who handles the case.',
  'Wie is de tweede?': 'Who is the second?',
  'Kies de tweede persoon.': 'Choose the second person.',
  'Iemand van de leiding is de reden': 'Somebody of the leadership is the reason',
  'Vink dit aan als de leiding er niets van mag horen. Zijn de twee ooit allebei weg, dan krijgt het bestuur de zaak.':
    'Tick this if the leadership may not hear of it. If both are ever gone, the board gets the case.',
  'Waarom is dit nodig?': 'Why is this needed?',
  'Schrijf op waarom deze zaak voor twee mensen is.': 'Write down why this case is for two people.',
  Beperken: 'Limit',
  'Beperking opheffen': 'Lift the limit',
  'Daarna ziet iedereen met een rol in deze zaak haar weer: de leiding, de intern begeleider en de casemanager. Ook wat er intussen is vastgelegd.':
    'After this everyone with a role in this case sees it again: the leadership, the support coordinator and the case manager. Also what was recorded in the meantime.',
  'Waarom is de beperking niet meer nodig?': 'Why is the limit no longer needed?',
  'Schrijf op waarom de beperking niet meer nodig is.': 'Write down why the limit is no longer needed.',
  Opheffen: 'Lift',
};
