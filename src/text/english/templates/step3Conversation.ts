import type { TemplateTexts } from '../../templateTexts';

export const step3Conversation: Readonly<Record<TemplateTexts['step3-conversation'], string>> = {
  'Praat met de ouder, en als dat past ook met het kind. Doe dit niet alleen.':
    'Talk with the parent and, if suitable, with the child too. Do not do this alone.',
  'Een gesprek plannen': 'Plan a talk',
  'Met wie wil je praten?': 'Who do you want to talk with?',
  'Kies met wie je praat.': 'Choose who you will talk with.',
  'Kies de tijd van het gesprek.': 'Choose the time of the talk.',
  'Welke collega gaat mee? Voer dit gesprek niet alleen.':
    'Which colleague will join you? Do not hold this talk alone.',
  'Je collega krijgt een bericht met de dag en de tijd. De naam van het kind staat daar niet in.':
    'Your colleague gets a message with the day and the time. The child’s name is not in it.',
  'Liever niet op vrijdagmiddag: in het weekend ziet niemand van school het kind.':
    'Preferably not on Friday afternoon: at the weekend nobody from school sees the child.',
  'Het gesprek voorbereiden': 'Prepare the talk',
  'Voer dit gesprek niet alleen. Neem de vijf punten in deze volgorde door.':
    'Do not hold this talk alone. Go through the five points in this order.',
  'Feiten van onszelf': 'Our own facts',
  'Dit zag of hoorde iemand van school zelf.': 'Someone from school saw or heard this themselves.',
  'Er zijn nog geen eigen feiten vastgelegd. Dat kan bij stap 1.':
    'No facts of our own have been recorded yet. You can do that in step 1.',
  'Vragen die helpen': 'Questions that help',
  'Tips voor het gesprek': 'Tips for the talk',
  'Gesprek plannen': 'Plan the talk',
  'Gesprek vastleggen': 'Record the talk',
  'Hulp vragen bij het gesprek': 'Ask for help with the talk',
  'Wat is er besproken?': 'What was discussed?',
  'Kies hoe laat het gesprek was.': 'Choose what time the talk was.',
  'Waar was het gesprek?': 'Where was the talk?',
  'Schrijf op waar het gesprek was.': 'Write down where the talk was.',
  'Wie waren erbij? Schrijf namen en rollen op.': 'Who was there? Write down names and roles.',
  'Schrijf op wie er waren.': 'Write down who was present.',
  'Welke collega was erbij?': 'Which colleague was there?',
  'Was je alleen?': 'Were you alone?',
  'Was er geen collega bij? Schrijf op waarom niet.': 'If no colleague was there, write down why not.',
  '1. Doel: wat wilde je met dit gesprek bereiken?': '1. Aim: what did you want to achieve with this talk?',
  'Schrijf op wat het doel was.': 'Write down what the aim was.',
  '2. Feiten: wat vertelde je dat je zag of hoorde?': '2. Facts: what did you say you saw or heard?',
  'Schrijf op welke feiten je noemde.': 'Write down which facts you mentioned.',
  '3. Reactie: wat zei de ouder of het kind daarop?': '3. Reaction: what did the parent or the child say to that?',
  '4. Uitleg: wat zei jij daarna over wat het kan betekenen? (mag leeg blijven)':
    '4. Explanation: what did you then say about what it may mean? (may stay empty)',
  'Herkent de ouder de zorgen?': 'Does the parent recognise the concerns?',
  'Wat deed het gesprek met de zorgen?': 'What did the talk do to the concerns?',
  'Kies wat het gesprek deed met de zorgen.': 'Choose what the talk did to the concerns.',
  'Wat spraken jullie af?': 'What did you agree?',
  'Schrijf op wat jullie afspraken. Geen afspraken? Schrijf dan ‘geen’.':
    'Write down what you agreed. If there are no agreements, write ‘none’.',
  'Meer: kansen, advies, het kind': 'More: chances, advice, the child',
  'Kansen en oplossingen (mag leeg blijven)': 'Chances and solutions (may stay empty)',
  'Advies voor in de klas (mag leeg blijven)': 'Advice for the classroom (may stay empty)',
  'Advies voor thuis (mag leeg blijven)': 'Advice for home (may stay empty)',
  'Wat zei het kind, in eigen woorden? (mag leeg blijven)':
    'What did the child say, in their own words? (may stay empty)',
  'Na dit verslag leg je vast hoe het staat met de handtekeningen.':
    'After this report of the talk, you record how things stand with the signatures.',
  'Handtekening onder het verslag': 'Signature under the report of the talk',
  'Er is nog geen gesprek vastgelegd. Leg eerst het gesprek vast.':
    'No talk has been recorded yet. Record the talk first.',
  'Gesprek: ': 'Talk: ',
  'Vraag iedereen die erbij was om te ondertekenen. Het hoeft niet: leg vast hoe het staat.':
    'Ask everyone who was there to sign. It is not compulsory: record how things stand.',
  'Van wie?': 'Whose signature?',
  'Naam en rol': 'Name and role',
  'Schrijf op van wie de handtekening is.': 'Write down whose signature it is.',
  'Hoe staat het ermee?': 'How do things stand?',
  'Kies hoe het staat met de handtekening.': 'Choose how things stand with the signature.',
  'Waar ligt het ondertekende verslag? (mag leeg blijven)':
    'Where is the signed report of the talk kept? (may stay empty)',
  'Per persoon leg je dit één keer vast. Voor de volgende open je deze kaart opnieuw, via stap 3.':
    'You record this once per person. For the next person you open this card again, through step 3.',
  'Geen gesprek met de ouder': 'No talk with the parent',
  'Een gesprek hoort erbij. Je kunt er alleen van afzien op een van deze twee gronden.':
    'A talk is part of the steps. You can only leave it out on one of these two grounds.',
  'Waarom komt het gesprek er niet?': 'Why will there be no talk?',
  'Kies waarom het gesprek er niet komt.': 'Choose why there will be no talk.',
  'Voor wie is het niet veilig? (bij de eerste grond)': 'Who is it not safe for? (for the first ground)',
  'Ja, ik vroeg Veilig Thuis om advies': 'Yes, I asked Veilig Thuis for advice',
  'Heb je Veilig Thuis hierover gesproken?': 'Have you spoken to Veilig Thuis about this?',
  'Advies vragen aan Veilig Thuis kan altijd. Je hoeft dan niet te zeggen om welk kind het gaat.':
    'You can always ask Veilig Thuis for advice. You then do not have to say which child it is about.',
  'Dit besluit gaat over stap 3. Ga je melden? Dan leg je bij stap 5 apart vast of de ouders dat vooraf horen.':
    'This decision is about step 3. If you are going to report, you record separately in step 5 whether the parents are told beforehand.',
};
