import type { TemplateTexts } from '../../templateTexts';

export const followUp: Readonly<Record<TemplateTexts['follow-up'], string>> = {
  'Nu verantwoordelijk: ': 'Now responsible: ',
  'De ander ziet het hele dossier en krijgt de herinneringen. Wie de zaak overdraagt en er geen rol meer in heeft, ziet haar daarna niet meer.':
    'The other person sees the whole file and gets the reminders. Anyone who hands over the case and has no other role in it will no longer see it.',
  'Waarom draag je de zaak over?': 'Why are you handing over the case?',
  'Schrijf op waarom je de zaak overdraagt.': 'Write down why you are handing over the case.',
  Overdragen: 'Hand over',
  'Iemand anders vragen om dit te doen': 'Ask someone else to do this',
  'Wie neemt het over?': 'Who will take it over?',
  'Kies wie het overneemt.': 'Choose who will take it over.',
  'Schrijf op waarom een ander dit doet.': 'Write down why someone else will do this.',
  'Die persoon krijgt meteen bericht, en de volgende herinneringen.':
    'That person gets a message at once, and the next reminders.',
  Doorzetten: 'Pass on',
  'Herinnering uitstellen': 'Postpone the reminder',
  'Waarom stel je het uit?': 'Why are you postponing it?',
  'Schrijf op waarom je het uitstelt.': 'Write down why you are postponing it.',
  'Uitstellen kan tot en met ${latest}. Je reden komt in het dossier.':
    'You can postpone it up to and including ${latest}. Your reason goes into the file.',
  Uitstellen: 'Postpone',
  Herinnering: 'Reminder',
  'Kan het nu niet? Stel het uit en schrijf op waarom. Of vraag een ander om het over te nemen.':
    'If it cannot be done now, postpone it and write down why. Or ask someone else to take it over.',
  'Nu doen': 'Do it now',
  'Laten weten dat je dit hebt gezien': 'Let them know you have seen this',
  ' krijgt het bericht: je zorg is gezien.': ' gets the message: your concern has been seen.',
  'Je beslist hiermee niets. De weging bevestigen is een aparte stap.':
    'This does not decide anything. Confirming the weighing is a separate step.',
  'Ik heb het gezien': 'I have seen it',
};
