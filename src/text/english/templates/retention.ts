import type { TemplateTexts } from '../../templateTexts';

export const retention: Readonly<Record<TemplateTexts['retention'], string>> = {
  'Dossier vernietigen': 'Destroy the file',
  'Na deze knop is het dossier van zaak ${number} weg. Niemand kan het terughalen.':
    'After this button, the file of case ${number} is gone. Nobody can get it back.',
  'Documenten die zijn meegenomen en berichten in Teams gaan niet vanzelf weg. Vernietig die zelf.':
    'Documents that were taken out and messages in Teams do not go away by themselves. Destroy those yourself.',
  'Waarom mag het weg?': 'Why may it be destroyed?',
  'Kies waarom het dossier weg mag.': 'Choose why the file may be destroyed.',
  Toelichting: 'Explanation',
  'Schrijf op waarom het dossier weg mag.': 'Write down why the file may be destroyed.',
  'Ik heb het dossier bekeken, en het is nergens meer voor nodig.':
    'I have looked at the file, and it is no longer needed for anything.',
  'Er blijft alleen een bewijs zonder persoonsgegevens: dat er een dossier is vernietigd, wanneer, op welke grond en door wie: de schoolleiding of het bestuur.':
    'Only proof without personal data remains: that a file was destroyed, when, on what ground and by whom: the school leadership or the board.',
  Vernietigen: 'Destroy',
  'Dit is wat er overblijft: geen naam, geen zaaknummer. De sleutel van elk dossier is vernietigd, dus ook een reservekopie is niet meer te lezen.':
    'This is what remains: no name, no case number. The key of each file has been destroyed, so a backup copy can no longer be read either.',
  'Langer bewaren': 'Keep longer',
  'Waarom blijft dit dossier bewaard?': 'Why is this file being kept?',
  'Schrijf op waarom het dossier blijft.': 'Write down why the file is being kept.',
  'Dit kan tot en met ${latest}. Op die dag vraagt de bot het opnieuw. Je reden komt in het dossier.':
    'This is possible up to and including ${latest}. On that day the bot asks again. Your reason goes into the file.',
  'Ontvangst door een andere school': 'Receipt by another school',
  'Wie bevestigde de ontvangst?': 'Who confirmed receipt?',
  'Schrijf op wie de ontvangst bevestigde.': 'Write down who confirmed receipt.',
  'Welke dag?': 'Which day?',
  'Bewaren of vernietigen': 'Keep or destroy',
  'Deze zaak is open. De bewaartermijn begint als de zaak sluit.':
    'This case is open. The retention period starts when the case closes.',
  'Kijk eerst in het dossier. Zit het kind nog op school? Loopt er een klacht of een rechtszaak? Of wil het kind het later kunnen lezen? Bewaar het dan langer. Anders gaat het weg: voor altijd, ook uit de reservekopieën.':
    'Look in the file first. Is the child still at school? Is there a complaint or a court case? Or will the child want to be able to read it later? If so, keep it longer. If not, it goes: for ever, from the backup copies too.',
  'Naar een andere school': 'To another school',
  'De bot stuurt niets. Neem het verantwoordingsdossier mee onder ‘Documenten’, geef het persoonlijk of beveiligd, en leg hier vast aan wie. Geef alleen wat de nieuwe school nodig heeft.':
    'The bot sends nothing. Take out the accountability file under ‘Documents’, hand it over in person or securely, and record here to whom. Give only what the new school needs.',
  'Aan welke school, en aan wie?': 'To which school, and to whom?',
  'Schrijf op aan welke school en aan wie.': 'Write down to which school and to whom.',
  'Waarom mag het mee?': 'Why may it be passed on?',
  'Kies waarom het dossier mee mag.': 'Choose why the file may be passed on.',
  'Waar ligt de toestemming? Of: waarom moet het zonder?':
    'Where is the consent kept? Or: why must it be done without?',
  'Schrijf op waar de toestemming ligt, of waarom het zonder moet.':
    'Write down where the consent is kept, or why it must be done without.',
  'Hoe droeg je het over?': 'How did you hand it over?',
  'Schrijf op hoe je het overdroeg.': 'Write down how you handed it over.',
  'Na tien werkdagen vraagt de bot of de andere school het heeft ontvangen.':
    'After ten working days the bot asks whether the other school has received it.',
  'Overdracht vastleggen': 'Record the handover',
};
