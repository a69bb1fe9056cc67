import type { TemplateTexts } from '../../templateTexts';

export const step1Signals: Readonly<Record<TemplateTexts['step1-signals'], string>> = {
  'Wat zei het kind zelf?': 'What did the child say themselves?',
  'Schrijf de eigen woorden van het kind op, zo precies mogelijk. Leg zelf niets uit.':
    'Write down the child’s own words, as exactly as you can. Do not add any explanation of your own.',
  'Vertelt een kind uit zichzelf over geweld thuis? Luister rustig en beloof geen geheimhouding. Denk aan de noodknop als het nu niet veilig is.':
    'If a child tells you about violence at home without being asked, listen calmly and do not promise secrecy. Think of the emergency button if it is not safe now.',
  'Woorden van het kind': 'The child’s words',
  'Bijvoorbeeld: ‘Ik wil niet naar huis.’': 'For example: ‘I do not want to go home.’',
  'Schrijf op wat het kind zei.': 'Write down what the child said.',
  'Op welke dag zei het kind dit?': 'On which day did the child say this?',
  'Kies de dag waarop het kind dit zei.': 'Choose the day the child said this.',
  'Waar was het?': 'Where was it?',
  'Kies waar het was.': 'Choose where it was.',
  'Met wie had je contact?': 'Who did you have contact with?',
  'Ook een kort gesprek bij het hek leg je hier vast. Dat is nog niet het gesprek van stap 3.':
    'A short chat at the school gate is recorded here too. That is not yet the talk of step 3.',
  'Wie is dit?': 'Who is this?',
  'Kies wie dit is.': 'Choose who this is.',
  'Naam of omschrijving': 'Name or description',
  'Schrijf op met wie je contact had.': 'Write down who you had contact with.',
  'Hoe ging het contact?': 'How did the contact go?',
  'Kies hoe het contact ging.': 'Choose how the contact went.',
  'Waar ging het over?': 'What was it about?',
  'Schrijf op waar het contact over ging.': 'Write down what the contact was about.',
  'Sprak je Veilig Thuis? Kies dan ‘Contact met Veilig Thuis’. Alleen dat telt als overleg vooraf.':
    'If you spoke to Veilig Thuis, choose ‘Contact with Veilig Thuis’. Only that counts as consultation beforehand.',
  'Eerst Veilig Thuis bellen?': 'Call Veilig Thuis first?',
  'Bij drie vermoedens bel je met spoed Veilig Thuis, vóór je met een ouder praat. Een gesprek kan het kind dan in gevaar brengen.':
    'For three kinds of suspicion, call Veilig Thuis urgently before you talk with a parent. In those cases a talk can put the child in danger.',
  'Een signaal kan wijzen op: ${suggested}.': 'A signal may point to: ${suggested}.',
  'Vastgelegd vermoeden: ${confirmed}.': 'Recorded suspicion: ${confirmed}.',
  'Bel ${link}, dag en nacht. Leg het contact daarna vast.':
    'Call ${link}, day and night. Record the contact afterwards.',
  'Welk vermoeden is er?': 'What is the suspicion?',
  'Je hoeft niet zeker te zijn. Twijfel je? Laat het vinkje dan staan.':
    'You do not have to be sure. If in doubt, leave the tick.',
  'Is er geen enkel vermoeden? Haal de vinkjes weg en kies Vastleggen.':
    'If there is no suspicion at all, remove the ticks and choose Record.',
  'Een vastgelegd vermoeden vervalt pas na contact met Veilig Thuis, en met een reden.':
    'A recorded suspicion lapses only after contact with Veilig Thuis, and with a reason.',
  'Haal je een vinkje weg? Schrijf op waarom (mag leeg blijven)':
    'If you remove a tick, write down why (may stay empty)',
  'Zijn de signalen in kaart?': 'Have the signals been mapped?',
  'Kijk nog één keer: wat geeft zorg, en wat stelt gerust? Afronden sluit niets af. Je kunt altijd iets toevoegen.':
    'Look once more: what points to concern, and what reassures? Finishing does not close anything. You can always add something.',
  'Welk instrument gebruikte je?': 'Which instrument did you use?',
  'Kies welk instrument je gebruikte.': 'Choose which instrument you used.',
  'Naam van het eigen instrument (alleen als je dat koos)': 'Name of your own instrument (only if you chose that)',
  'Stap 1 afronden': 'Finish step 1',
  'Nog een signaal': 'Another signal',
  'Je hoeft niet zeker te zijn. Schrijf op wat zorgen geeft, en ook wat geruststelt.':
    'You do not have to be sure. Write down what points to concern, and also what reassures.',
  Signaal: 'Signal',
  'Wat doet dit met je zorg?': 'What does this do to your concern?',
  'Kies of het signaal zorg geeft of geruststelt.': 'Choose whether the signal points to concern or reassures.',
  'Kies een onderwerp': 'Choose a subject',
  'Kies waar het signaal over gaat.': 'Choose what the signal is about.',
  'Voorbeelden per onderwerp': 'Examples per subject',
  'Voorbeelden helpen je kijken. Ze bewijzen niets: bijna elk signaal kan ook een andere oorzaak hebben.':
    'Examples help you to look. They prove nothing: almost every signal can also have another cause.',
  'Op welke dag was het?': 'On which day was it?',
  'Kies de dag waarop het was.': 'Choose the day it happened.',
  'Meer: waar, van wie, feit of indruk': 'More: where, who, fact, impression',
  'Is dit een feit, een uitspraak of een indruk?': 'Is this a fact, a statement or an impression?',
  'Kies of dit een feit, een uitspraak of een indruk is.':
    'Choose whether this is a fact, a statement or an impression.',
  'Van wie weet je dit?': 'Who do you know this from?',
  'Kies van wie je dit weet.': 'Choose who you know this from.',
  'Naam of rol van die persoon (mag leeg blijven)': 'Name or role of that person (may stay empty)',
};
