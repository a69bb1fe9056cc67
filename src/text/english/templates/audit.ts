import type { TemplateTexts } from '../../templateTexts';

export const audit: Readonly<Record<TemplateTexts['audit'], string>> = {
  'Nieuwe actie': 'New action',
  'Wat gaat er gebeuren?': 'What will be done?',
  'Bijvoorbeeld: de vijf vragen oefenen in de teamvergadering':
    'For example: practise the five questions in the team meeting',
  'Schrijf op wat er gaat gebeuren.': 'Write down what will be done.',
  'Kies waar het over gaat.': 'Choose what it is about.',
  'Wie doet dit?': 'Who does this?',
  'Kies wie dit doet.': 'Choose who does this.',
  'Uiterlijk op': 'No later than',
  'Vanaf die dag staat de actie bij de verzoeken van wie haar doet, tot ze is afgerond. De lijst van een schooljaar blijft daarna nog vier schooljaren staan; dan is ze weg.':
    'From that day, the action is among the requests of whoever does it, until it is finished. The list of a school year stays for four more school years; then it is gone.',
  'Vanaf die dag staat de actie bij de verzoeken van wie haar doet, tot ze is afgerond.':
    'From that day the action is among the requests of whoever does it, until it is finished.',
  Actielijst: 'List of actions',
  'Actie wijzigen': 'Change action',
  'Schrijf op waarom.': 'Write down why.',
  'Wijziging vastleggen': 'Record change',
  'Actie afronden': 'Finish action',
  'Wat kwam ervan?': 'What came of it?',
  'Wat is gedaan, en wat merk je ervan?': 'What was done, and what do you notice of it?',
  'Schrijf op wat ervan kwam.': 'Write down what came of it.',
  Afronden: 'Finish',
  'Actie laten vervallen': 'Drop action',
  'Waarom vervalt deze actie?': 'Why is this action dropped?',
  'Laten vervallen': 'Drop',
  Actie: 'Action',
  'De dag is voorbij. Rond de actie af, of kies met een reden een andere dag.':
    'The day has passed. Finish the action, or choose another day with a reason.',
  'Wat er is vastgelegd': 'What was recorded',
  'Nog ${string(left)} eerdere wijzigingen staan niet op deze kaart.':
    'Another ${string(left)} earlier changes are not on this card.',
  Gedaan: 'Done',
  Vervalt: 'Drop',
  'Knelpunten dit schooljaar': 'Bottlenecks this school year',
  'De lijst hoort bij geen dossier. De schoolleiding en het bestuur lezen haar. Wie iets moet doen, ziet alleen de eigen actie. In het bestand met cijfers gaan acties mee: wat, welke rol, wanneer en wat ervan kwam. Namen van collega’s en redenen gaan niet mee.':
    'The list belongs to no file. The school leadership and the board read it. Whoever has something to do sees only their own action. Actions go along in the file with figures: what, which role, when and what came of it. Names of colleagues and reasons do not.',
  Cijfers: 'Figures',
  Wat: 'What',
  'Aantallen zaken zijn afgerond op vijftallen. Wat onder de 5 blijft, staat er niet, en ook niet wat dat zou verraden. Zo is niemand te herkennen.':
    'Numbers of cases are rounded to fives. What stays below 5 is not shown, nor what would give it away. So nobody can be recognised.',
  'Wat wil je zien?': 'What do you want to see?',
  'Laat zien': 'Show',
  'Als bestand (CSV)': 'As a file (CSV)',
};
