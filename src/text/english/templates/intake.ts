import type { TemplateTexts } from '../../templateTexts';

export const intake: Readonly<Record<TemplateTexts['intake'], string>> = {
  'Advies van een vertrouwenspersoon': 'Advice from a confidential adviser',
  'Leg vast wat de externe vertrouwenspersoon of de vertrouwensinspecteur adviseerde.':
    'Record what the external confidential adviser or the confidential inspector advised.',
  'Kies de dag van het advies.': 'Choose the day of the advice.',
  'Wie gaf advies, en wat was het?': 'Who gave advice, and what was it?',
  'Schrijf op wat het advies was.': 'Write down what the advice was.',
  'Noodsituatie vastleggen': 'Record an emergency',
  'Is het kind nu veilig? Dan kun je rustig opschrijven wat er is gedaan. Je begint hiermee een zaak op ${school}. De schoolleider krijgt meteen bericht.':
    'If the child is safe now, you can calmly write down what has been done. This starts a case at ${school}. The head teacher gets a message at once.',
  'Loopt er al een zaak over dit kind? Leg het dan daar vast, via ‘Mijn zaken’.':
    'If there is already a case about this child, record it there, through ‘My cases’.',
  'Naam van de leerling': 'Name of the pupil',
  'Schrijf op over welke leerling het gaat.': 'Write down which pupil it is about.',
  'Op welke dag is er gebeld?': 'On which day was the call made?',
  'Kies de dag waarop er werd gebeld.': 'Choose the day the call was made.',
  'Kies hoe laat er werd gebeld.': 'Choose the time of the call.',
  'Wie belde er?': 'Who made the call?',
  'Schrijf op wie er belde.': 'Write down who made the call.',
  'Met wie is er gebeld?': 'Who was called?',
  'Kies met wie er werd gebeld.': 'Choose who was called.',
  'Met wie is er gesproken?': 'Who was spoken to?',
  'Schrijf op met wie er is gesproken.': 'Write down who was spoken to.',
  'Wat is er afgesproken?': 'What was agreed?',
  'Schrijf op wat er is afgesproken.': 'Write down what was agreed.',
  'Veilig Thuis vond dat er meteen iets moest gebeuren': 'Veilig Thuis judged that something had to be done at once',
  'In dit gesprek is een melding gedaan bij Veilig Thuis': 'In this call a report was made to Veilig Thuis',
  'Meer over het kind': 'More about the child',
  'De leeftijd bepaalt met wie je over een melding praat. Vanaf 12 jaar kan dat ook met de leerling.':
    'Age decides who you talk with about a report. From the age of 12, that can also be the pupil.',
  'Over wie gaat het vermoeden?': 'Who is the suspicion about?',
  'Gezin: ouders, broertjes en zusjes (mag leeg blijven)': 'Family: parents, brothers and sisters (may stay empty)',
  'Schrijf op wat er is gedaan. De schoolleider krijgt meteen bericht. De stappen die nog open zijn, doe je daarna.':
    'Write down what has been done. The head teacher gets a message at once. Afterwards, do the steps that are still open.',
  'Deze zaak loopt niet via de vijf stappen. Leg hier vast wat er is gedaan: kies ‘Vervolg vastleggen’.':
    'This case does not follow the five steps. To record here what has been done, choose ‘Record follow-up’.',
  'Vervolg vastleggen': 'Record follow-up',
  'Begonnen door ${owner}': 'Started by ${owner}',
  'De vijf stappen van de meldcode gelden hier niet.': 'The five steps of the meldcode do not apply here.',
  'Deze zaak is gesloten. Wat is vastgelegd, blijft bewaard.': 'This case is closed. What has been recorded is kept.',
  'Bellen voor advies': 'Call for advice',
  '${who}: [${phone}](tel:${tel})': '${who}: [${phone}](tel:${tel})',
  'Schrijf op wat er daarna is gedaan of afgesproken, en met wie.':
    'Write down what was done or agreed after that, and with whom.',
  'Wat is er gedaan of afgesproken?': 'What was done or agreed?',
  'Schrijf op wat er is gedaan of afgesproken.': 'Write down what was done or agreed.',
  'Het gaat over een medewerker': 'It is about a member of staff',
  'Deze zaak wordt een melding aan de schoolleiding én het bestuur van ${board}.':
    'This case becomes a report to both the school leadership and the board of ${board}.',
  'De vijf stappen stoppen. Wat is vastgelegd, blijft bewaard. Wie begon met de zaak, de leiding en het bestuur kunnen dan alles lezen. De intern begeleider en de casemanager niet meer.':
    'The five steps stop. What has been recorded is kept. The person who started the case, the leadership and the board can then read everything. The support coordinator (IB’er) and the case manager no longer can.',
  'Gaat het om seksueel misbruik of een ander zedenmisdrijf? Ook als je niet zeker bent, moet je dit volgens de wet meteen melden.':
    'Is it about sexual abuse or another sexual offence? Even if you are not sure, the law says you must report this at once.',
  'Over wie gaat het?': 'Who is it about?',
  'Kies over wie het gaat.': 'Choose who it is about.',
  'Naam, als die niet in de lijst staat (mag leeg blijven)': 'Name, if it is not in the list (may stay empty)',
  'Het gaat over iemand van de leiding (directie), of dat kan zo zijn':
    'It is about someone in the leadership (management), or it may be',
  'Wat is er gezien of gehoord?': 'What has been seen or heard?',
  'Schrijf op wat er is gezien of gehoord.': 'Write down what has been seen or heard.',
  'Wie je kiest, krijgt geen bericht en kan dit niet lezen. Gaat het over de leiding? Dan hoort alleen het bestuur het.':
    'The person you choose gets no message and cannot read this. If it is about the leadership, only the board hears of it.',
  'Bellen kan ook': 'You can also call',
  'Je mag bellen voor advies. Wacht daar niet op met melden. Gaat het over iemand van het bestuur? Bel dan de vertrouwensinspecteur.':
    'You may call for advice. Do not let that delay your report. If it is about someone on the board, call the confidential inspector.',
  'Hoe medewerkers met leerlingen omgaan, staat in het Beleidsplan Integriteit.':
    'How members of staff behave towards pupils is set out in the integrity policy (Beleidsplan Integriteit).',
  'Meteen melden': 'Report at once',
  'Over welk kind gaat het?': 'Which child is it about?',
  'Je begint een zaak op ${school}. Jij, de schoolleiding en de intern begeleider kunnen die lezen. Later ook een casemanager. Anderen niet.':
    'You are starting a case at ${school}. You, the school leadership and the support coordinator (IB’er) can read it. Later a case manager can too. Nobody else can.',
  'Loopt er al een zaak over dit kind? Ga dan daar verder, via ‘Mijn zaken’.':
    'If there is already a case about this child, continue there, through ‘My cases’.',
  'Over wie gaat je vermoeden?': 'Who is your suspicion about?',
  'Kies over wie het vermoeden gaat.': 'Choose who the suspicion is about.',
  'Dit staat straks klaar op de volgende kaart.': 'This will be ready for you on the next card.',
  'Iets over het gezin': 'Something about the family',
  'Vastleggen en verder': 'Record and continue',
  'Zorg tussen leerlingen': 'Concern between pupils',
  'Geweld tussen leerlingen hoort niet bij de vijf stappen van de meldcode. Je meldt het aan de leiding van de school.':
    'Violence between pupils is not part of the five steps of the meldcode. You report it to the school leadership.',
  'Aan wie meld je dit?': 'Who are you reporting this to?',
  'Kies aan wie je dit meldt.': 'Choose who you are reporting this to.',
  'Wat is er gebeurd?': 'What has happened?',
  'Schrijf op wat er is gebeurd.': 'Write down what has happened.',
  'Denk je dat een van deze kinderen thuis niet veilig is? Begin dan ook een zaak over dat kind.':
    'If you think one of these children is not safe at home, start a case about that child as well.',
  Melden: 'Report',
  'Zorg over een medewerker': 'Concern about a member of staff',
  'Dit meld je meteen aan de schoolleiding én het bestuur van ${board}.':
    'You report this at once to both the school leadership and the board of ${board}.',
  'Goed dat je het zegt': 'It is good that you told me',
  'Je hoeft niet zeker te zijn en je hoeft geen oorzaak te weten. Ik leid je stap voor stap door de meldcode.':
    'You do not have to be sure and you do not have to know a cause. I will guide you through the meldcode step by step.',
  'Je staat bij geen school op mijn lijst. Daarom kun je hier geen zaak beginnen.':
    'You are not on my list for any school. That is why you cannot start a case here.',
  'Praat met de schoolleider van het kind, of bel Veilig Thuis: ${call}. Advies vragen kan altijd anoniem.':
    'Talk to the head teacher of the child’s school, or call Veilig Thuis: ${call}. You can always ask for advice anonymously.',
  'Op welke school is het?': 'Which school is it?',
  'Wat je hier typt, gaat mee naar de volgende kaart. Ik bewaar pas iets als je daar op de knop drukt.':
    'What you type here is carried over to the next card. I only keep something once you press the button there.',
  'Gaat het om een kind thuis? Dan zien jij, de schoolleiding en de intern begeleider het. Gaat het om een medewerker? Dan zien jij, de schoolleiding en het bestuur het. Op de volgende kaart lees je dit precies.':
    'If it is about a child at home, you, the school leadership and the support coordinator (IB’er) will see it. If it is about a member of staff, you, the school leadership and the board will see it. The next card tells you exactly.',
  'Waarover gaat je zorg? Kies hieronder.': 'What is your concern about? Choose below.',
};
