export const practice = {
  'Ida Voorbeeld': 'Ida Voorbeeld',
  'Leo Voorbeeld': 'Leo Voorbeeld',
  'Cor Voorbeeld': 'Cor Voorbeeld',
  'Vera Voorbeeld': 'Vera Voorbeeld',
  'Jet Voorbeeld': 'Jet Voorbeeld',
  'De Oefenschool': 'The Practice School',
  'het team': 'the team',
  'Ik zag Sam vorige week alleen op het plein. Sam had geen jas aan.':
    'Last week I saw Sam alone in the playground. Sam had no coat on.',
  'Moeder werkt sinds kort in de nacht. Dat kan de moeheid verklaren.':
    'The mother recently started working nights. That may explain the tiredness.',
  'Praat deze week met moeder, samen met mij. Begin bij wat je zag. Bel bij twijfel Veilig Thuis.':
    'Talk with the mother this week, together with me. Start with what you saw. If in doubt, call Veilig Thuis.',
  'elke ochtend op school': 'every morning at school',
  'Sam vroeg mij twee keer om een boterham.': 'Sam asked me for a sandwich twice.',
  'Vraag ook de intern begeleider. Schrijf alles op met de dag erbij.':
    'Ask the support coordinator (IB’er) too. Write everything down, with the day.',
  Jij: 'You',
  Moeder: 'Mother',
  'Ida, intern begeleider': 'Ida, support coordinator (IB’er)',
  'Leo, schoolleider': 'Leo, head teacher',
  'Je denkt aan Sam. Het gaat om thuis: kies ‘Over een kind, thuis’.':
    'You are thinking of Sam. It is about home: choose ‘About a child, at home’.',
  'De leerling heet Sam Voorbeeld en zit in groep 5. Je weet nog niet over wie het gaat.':
    'The pupil is called Sam Voorbeeld and is in group 5. You do not know yet who it is about.',
  'Maandag viel Sam in slaap tijdens het rekenen. Dinsdag kwam Sam zonder eten naar school. Vandaag had Sam een blauwe plek op de arm. Sam zei: gevallen.':
    'On Monday Sam fell asleep during maths. On Tuesday Sam came to school without food. Today Sam had a bruise on one arm. Sam said: I fell.',
  Sam: 'Sam',
  'Mama slaapt overdag. Ik maak zelf mijn eten. Soms is het op.':
    'Mum sleeps in the daytime. I make my own food. Sometimes there is none left.',
  'Ja, Sam is moe. Wij ook. Ik heb nu geen tijd, sorry.': 'Yes, Sam is tired. So are we. I have no time now, sorry.',
  'Ida is de intern begeleider. Collega Cor had Sam vorig jaar in de groep.':
    'Ida is the support coordinator (IB’er). Your colleague Cor had Sam in class last year.',
  'Dank voor het bellen. Praat eerst met moeder, samen met een collega. Direct ingrijpen hoeft nu niet. Bel ons als het erger wordt. Je sprak met Anna.':
    'Thank you for calling. First talk with the mother, together with a colleague. There is no need to step in at once. Call us if it gets worse. You spoke to Anna.',
  'Het team leest mee. Moeder weet ervan en heeft getekend.':
    'The team is reading along. The mother knows about it and has signed.',
  'Morgen na school kan ik erbij zijn.': 'I can be there tomorrow after school.',
  'Ik schrik hiervan. Sinds vader weg is, werk ik in de nacht. Sam staat alleen op. Die plek ken ik niet. Ik wil wel hulp.':
    'This is a shock to me. Since Sam’s father left, I work nights. Sam gets up alone. I have not seen that bruise before. I do want help.',
  'Ik heb het verslag gelezen. Ik teken het.': 'I have read the report of the talk. I will sign it.',
  'School kan helpen: opvang in de ochtend, en de jeugdverpleegkundige gaat langs.':
    'The school can help: care before school, and the youth nurse will visit.',
  'Ik neem die hulp graag aan.': 'I gladly accept that help.',
  'Kom even langs, dan lopen we het samen door.': 'Drop in, and we will go through it together.',
  'Sam is uitgerust en eet mee. Moeder komt elke week langs.':
    'Sam is rested and eats with the others. The mother drops in every week.',
  'Ik vind het moeilijk, maar ik begrijp dat jullie dit melden.':
    'I find it hard, but I understand that you are reporting this.',
  'We nemen de melding aan. Binnen vijf werkdagen hoor je wat we doen.':
    'We accept the report. Within five working days you will hear what we are doing.',
  'We hebben moeder gesproken. Er komt een gezinscoach. School blijft opletten.':
    'We have spoken to the mother. There will be a family coach. The school stays alert.',
  'Ik wil casemanager zijn. Na zes weken kijken we wat er beter gaat.':
    'I would like to be case manager. After six weeks we look at what is going better.',
  'Ik wil wel praten met iemand van het wijkteam.': 'I am willing to talk to someone from the wijkteam.',
  'Ik ben er maandag geweest. Het was een goed gesprek.': 'I went there on Monday. It was a good talk.',
  'De opvang in de ochtend loopt goed. Sam valt niet meer in slaap.':
    'The care before school is going well. Sam no longer falls asleep.',
  'Ik vraag elke maand aan Sam en moeder hoe het gaat.': 'Every month I ask Sam and the mother how things are.',
  'Het gaat goed thuis. Moeder slaapt weer in de nacht.':
    'Things are going well at home. The mother sleeps at night again.',
} as const;
