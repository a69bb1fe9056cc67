import type { TemplateTexts } from '../../templateTexts';

export const shared: Readonly<Record<TemplateTexts['shared'], string>> = {
  'Over de meldcode': 'About the meldcode',
  'De meldcode geeft houvast: je ziet signalen, bespreekt ze en zorgt dat geweld stopt. De stappen volgen is een plicht voor iedereen die met kinderen werkt: op school, in de opvang, in de zorg en bij politie en justitie.':
    'The meldcode, the Dutch reporting code, gives you something to hold on to: you see signals, discuss them and make sure that violence stops. Following the steps is a duty for everyone who works with children: at school, in childcare, in health care, and in the police and justice system.',
  'De norm': 'The norm',
  'Het zijn vijf stappen in een vrije volgorde. Aan het eind zijn ze allemaal gezet, of staat er waarom niet. Een stap mag vaker.':
    'There are five steps, in any order. At the end they have all been taken, or it says why not. A step may be taken more than once.',
  Bron: 'Source',
  Kader: 'Framework',
  'Meer lezen en leren': 'Read and learn more',
  'Oude adressen kunnen zijn veranderd. Vraag de schoolleider naar scholing.':
    'Old addresses may have changed. Ask the head teacher about training.',
  'De bot beslist niets en meldt niets. Dat doen mensen.':
    'The bot decides nothing and reports nothing. People do that.',
  'Ik maak me zorgen': 'I am worried',
  Privacy: 'Privacy',
  'Alles wat is vastgelegd': 'Everything recorded',
  'Alleen wie beide zaken mag zien, ziet dit.': 'Only whoever may see both cases sees this.',
  'Kies wat je ziet': 'Choose what you see',
  'Nr. ${nr} · ${title}': 'No. ${nr} · ${title}',
  'Kies een feit om het helemaal te lezen of te verbeteren': 'Choose a fact to read it in full or to correct it',
  'Het oude blijft zichtbaar': 'The old text stays visible',
  'Lezen of verbeteren': 'Read or correct',
  Eerder: 'Earlier',
  Later: 'Later',
  'Zaak sluiten': 'Close the case',
  'Sluiten kan nu nog niet. Eerst dit:': 'Closing is not possible yet. First this:',
  'Hoe sluit deze zaak?': 'How does this case close?',
  'Kies hoe deze zaak sluit.': 'Choose how this case closes.',
  'Waarom sluit je deze zaak?': 'Why are you closing this case?',
  'Schrijf op waarom je de zaak sluit.': 'Write down why you are closing the case.',
  'Deze stappen zijn nog niet gezet. Schrijf kort op waarom niet.':
    'These steps have not been taken yet. Briefly write down why not.',
  'Is er na wegen geen actie nodig, of is er een andere oorzaak? Dan mogen stap 4 en 5 leeg blijven.':
    'If no action is needed after weighing, or there is another cause, steps 4 and 5 may stay empty.',
  'Waarom niet: stap 1, ${skipped.s1.title}': 'Why not: step 1, ${skipped.s1.title}',
  'Schrijf op waarom deze stap niet is gezet.': 'Write down why this step was not taken.',
  'Waarom niet: stap 2, ${skipped.s2.title}': 'Why not: step 2, ${skipped.s2.title}',
  'Waarom niet: stap 3, ${skipped.s3.title}': 'Why not: step 3, ${skipped.s3.title}',
  'Waarom niet: stap 4, ${skipped.s4.title}': 'Why not: step 4, ${skipped.s4.title}',
  'Waarom niet: stap 5, ${skipped.s5.title}': 'Why not: step 5, ${skipped.s5.title}',
  'Terugblik en nazorg': 'Looking back and aftercare',
  'Wie begeleidt leerling en ouders verder? (mag leeg blijven)':
    'Who supports the pupil and parents from now on? (may stay empty)',
  'Wat is geadviseerd en gedaan, en wat werkte? (mag leeg blijven)':
    'What was advised and done, and what worked? (may stay empty)',
  'Welke nazorg is afgesproken? (mag leeg blijven)': 'What aftercare was agreed? (may stay empty)',
  'Knelpunt voor het beleid (mag leeg blijven)': 'Bottleneck for the policy (may stay empty)',
  'Schrijf hier geen namen of andere gegevens van mensen.': 'Do not write names or other details of people here.',
  'Waar gaat het knelpunt over? (mag leeg blijven)': 'What is the bottleneck about? (may stay empty)',
  'De leiding hoort dat de zaak sluit. De zaak kan later weer open. Wat is vastgelegd, blijft bewaard.':
    'The leadership is told that the case is closing. The case can be opened again later. What has been recorded is kept.',
  'Iets verbeteren': 'Correct something',
  'Wat er stond, blijft leesbaar. Jouw verbetering komt erbij, met je naam en de dag.':
    'What was there can still be read. Your correction is added, with your name and the day.',
  'Hoe is het wel?': 'What is correct?',
  'Schrijf op hoe het wel is.': 'Write down what is correct.',
  'Waarom verbeter je dit?': 'Why are you correcting this?',
  'Schrijf op waarom je dit verbetert.': 'Write down why you are correcting this.',
  'Wat je wilde verbeteren, is niet gevonden. Kies het opnieuw bij ‘Alles wat is vastgelegd’.':
    'What you wanted to correct was not found. Choose it again under ‘Everything recorded’.',
  'Verbetering vastleggen': 'Record the correction',
  Hulp: 'Help',
  'Het document staat klaar. Open het in je browser en vul daar deze code in:':
    'The document is ready. Open it in your browser and enter this code there:',
  'Dit werkt één keer, tot ${until}. Geef adres en code aan niemand door.':
    'This works once, until ${until}. Do not pass the address and code on to anyone.',
  'Het document ligt daarna buiten de beveiligde opslag. Bewaar het veilig, en vernietig het als je het niet meer nodig hebt.':
    'After that, the document is outside the secure storage. Keep it safe, and destroy it when you no longer need it.',
  'Liever in je OneDrive? Teams vraagt dan eerst of dat mag. De kopie ligt daarna in jouw OneDrive, buiten de beveiligde opslag. De regels van je school over bewaren gelden ook daar. Wordt het dossier vernietigd, dan blijft de kopie bestaan; die haal je zelf weg.':
    'Rather in your OneDrive? Teams first asks whether that is all right. The copy is then in your OneDrive, outside the secure storage. The rules of your school on keeping files apply there too. If the file is destroyed, the copy remains; you remove it yourself.',
  'Naar mijn OneDrive': 'To my OneDrive',
  'Opnieuw naar OneDrive': 'To OneDrive again',
  'Naar je OneDrive': 'To your OneDrive',
  'Open in browser ↗': 'Open in browser ↗',
  Documenten: 'Documents',
  'Een document ligt daarna buiten de beveiligde opslag. Neem alleen mee wat je nodig hebt. Bewaar het veilig, en vernietig het daarna.':
    'Once taken out, a document is outside the secure storage. Take out only what you need. Keep it safe, and destroy it afterwards.',
  'Je krijgt een adres en een code. Die werken één keer, tien minuten lang. In het dossier staat dat jij dit meenam.':
    'You get an address and a code. They work once, for ten minutes. The file says that you took this out.',
  Klaarzetten: 'Get it ready',
  'Kies wat je wilt lezen, laten tekenen of meenemen.': 'Choose what you want to read, have signed or take out.',
  'Wat heb je nodig?': 'What do you need?',
  'Kies wat je nodig hebt.': 'Choose what you need.',
  Dossiercheck: 'File check',
  'Dit vraagt de klachtencommissie als ouders klagen over een melding. Het antwoord komt uit het dossier.':
    'This is what the complaints committee asks if parents complain about a report. The answer comes from the file.',
  'Is een melding dringend? Wacht dan niet op deze lijst. Bel Veilig Thuis.':
    'If a report is urgent, do not wait for this list. Call Veilig Thuis.',
  'Wat wil je aanvullen?': 'What do you want to add?',
  'Kies wat je wilt aanvullen.': 'Choose what you want to add.',
  'Is er nu gevaar?': 'Is there danger now?',
  'Levensgevaar? Bel [${emergency}](tel:${emergency}).': 'Danger to life? Call [${emergency}](tel:${emergency}).',
  'Moet een kind of gezinslid nu veilig zijn? Bel Veilig Thuis: [${veiligThuis}](tel:${veiligThuisTel}). Dag en nacht, gratis.':
    'Does a child or family member need to be safe now? Call Veilig Thuis: [${veiligThuis}](tel:${veiligThuisTel}). Day and night, free of charge.',
  'Crisisdienst jeugd: ${crisis}': 'Youth crisis service: ${crisis}',
  'Politie, geen spoed: [${police}](tel:${policeTel}).': 'Police, not urgent: [${police}](tel:${policeTel}).',
  'Iedereen mag bellen. Je hoeft niet te wachten op de schoolleider. Veilig Thuis kijkt met jou of er meteen iets moet gebeuren. Melden kan in hetzelfde gesprek.':
    'Anyone may call. You do not have to wait for the head teacher. Veilig Thuis looks with you at whether something must be done at once. You can report in the same call.',
  'Eerst bellen, daarna vastleggen. Zorg ook voor jezelf.': 'Call first, record afterwards. Take care of yourself too.',
  'Op welke school is het? (voor het vastleggen)': 'Which school is it? (for recording)',
  'Bel ${emergency}': 'Call ${emergency}',
  'Bel Veilig Thuis': 'Call Veilig Thuis',
  'Bel de politie': 'Call the police',
  'Vastleggen in deze zaak': 'Record in this case',
  "${if(inCase == '', 'Achteraf vastleggen', 'Vastleggen in een nieuwe zaak')}":
    "${if(inCase == '', 'Record afterwards', 'Record in a new case')}",
  'Dit kun je typen': 'What you can type',
  'een zorg vastleggen; je mag er ook bij typen waarover': 'to record a concern; you may also type what it is about',
  'verder met je zaak': 'to continue with your case',
  'alle zaken die jij mag zien': 'all cases that you may see',
  'er is iets bij gekomen; schrijf meteen wat': 'something has been added; write at once what',
  'wat op jou wacht': 'what is waiting for you',
  'elke schooldag een bericht als er iets wacht; ‘dagbericht uit’ stopt het':
    'a message every school day if something is waiting; ‘daily message off’ stops it',
  'de stappen lopen met een verzonnen kind': 'to go through the steps with an invented child',
  'wat woorden betekenen': 'what words mean',
  'wat er met gegevens gebeurt': 'what happens to data',
  'voor schoolleiding en bestuur: hoe de meldcode wordt gebruikt':
    'for school leadership and board: how the meldcode is used',
  'waar deze meldcode vandaan komt': 'where this meldcode comes from',
  '112 en Veilig Thuis': '112 and Veilig Thuis',
  'even stoppen; niets gaat verloren': 'to stop for now; nothing is lost',
  'ik maak me zorgen': 'I am worried',
  overzicht: 'overview',
  'mijn zaken': 'my cases',
  'signaal …': 'signal …',
  'mijn verzoeken': 'my requests',
  'dagbericht aan': 'daily message on',
  oefenen: 'practise',
  begrippen: 'terms',
  privacy: 'privacy',
  cijfers: 'figures',
  over: 'about',
  nood: 'emergency',
  stop: 'stop',
  'Typ in dit gesprek geen namen of signalen. Schrijf die op de kaarten: alleen daar worden ze bewaard.':
    'Do not type names or signals in this chat. Write them on the cards: they are kept only there.',
  English: 'Nederlands',
  'Deze kaart is verborgen. Er is niets weg.': 'This card is hidden. Nothing is gone.',
  'Overzicht van deze zaak': 'Overview of this case',
  '  ·  gestart door ${owner}': '  ·  started by ${owner}',
  'Broers en zussen: ${siblings}': 'Brothers and sisters: ${siblings}',
  'Ook een zaak: ${line}': 'Also a case: ${line}',
  "${if(closed, 'Gesloten', if(urgent, 'Eerst dit', 'Wat nu helpt'))}":
    "${if(closed, 'Closed', if(urgent, 'This first', 'What helps now'))}",
  'Niet bereikt': 'Not reached',
  'We wachten op': 'We are waiting for',
  'Op de agenda': 'Coming up',
  'Ondersteuningsroute naast de vijf stappen': 'Support route beside the five steps',
  'Of kies zelf wat je wilt doen': 'Or choose for yourself what you want to do',
  'Kies een stap of iets anders': 'Choose a step or something else',
  'Doe dit nu': 'Do this now',
  "${if(count(cases) > 0, 'Kies een zaak om verder te gaan.', 'Je hebt geen zaken. Typ ‘ik maak me zorgen’ om te beginnen.')}":
    "${if(count(cases) > 0, 'Choose a case to continue.', 'You have no cases. Type ‘I am worried’ to start.')}",
  'Welke zaak wil je openen?': 'Which case do you want to open?',
  'Niet alles kan hier staan: een dossier is niet goed te lezen. Zeg dit tegen de beheerder van de bot. Moet je nu iets doen of vastleggen voor dat dossier? Overleg dan met je schoolleider.':
    'Not everything can be shown here: a file cannot be read properly. Tell the administrator of the bot. If you need to do or record something for that file now, discuss it with your head teacher.',
  'Oudere zaken': 'Older cases',
  'Nieuwe zorg': 'New concern',
  "${if(count(requests) > 0, 'Dit wacht op jou. Het oudste staat bovenaan.', 'Er wacht niets op jou.')}":
    "${if(count(requests) > 0, 'This is waiting for you. The oldest is at the top.', 'Nothing is waiting for you.')}",
  'Wat wil je openen?': 'What do you want to open?',
  'Wat gebeurt er met gegevens?': 'What happens to data?',
  '**Wat:** wat jij en collega’s op kaarten vastleggen. Dat gaat over een kind, het gezin, gesprekken en besluiten. Erbij staat wie het vastlegde, en wanneer.':
    '**What:** what you and colleagues record on cards. That is about a child, the family, talks and decisions. It also says who recorded it, and when.',
  '**Waarom:** om een kind te beschermen, en om te laten zien dat de school zorgvuldig handelde. Dit past bij de Jeugdwet, de Wmo en de Wet op het primair onderwijs.':
    '**Why:** to protect a child, and to show that the school acted with care. This is in line with the Dutch Youth Act (Jeugdwet), Social Support Act (Wmo) and Primary Education Act (WPO).',
  '**Wie ziet een zaak:** wie hem begon, de schoolleiding, de intern begeleider en de casemanager. Wie om advies is gevraagd, ziet alleen die vraag en het eigen antwoord. Het bestuur ziet alleen meldingen over medewerkers.':
    '**Who sees a case:** the person who started it, the school leadership, the support coordinator (IB’er) and the case manager. A person who has been asked for advice sees only that question and their own answer. The board sees only reports about members of staff.',
  '**Over een medewerker:** wie het meldde, de schoolleiding en het bestuur. Degene over wie het gaat, ziet niets.':
    '**About a member of staff:** the person who reported it, the school leadership and the board. The person it is about sees nothing.',
  '**Hoe lang:** ${kept} Daarna kijkt de schoolleiding of het dossier weg mag; niets gaat vanzelf weg. Een fout verbeter je met een nieuwe regel; de oude blijft leesbaar.':
    '**How long:** ${kept} After that, the school leadership looks at whether the file may be destroyed; nothing goes by itself. You correct a mistake with a new line; the old one can still be read.',
  '**Rechten:** ouders mogen vragen wat er over hen en hun kind is vastgelegd, en vragen om een fout te verbeteren. Een leerling die oud genoeg is, mag dat ook. Soms kan inzage niet meteen, om het kind te beschermen. Vraag het de schoolleider.':
    '**Rights:** parents may ask what has been recorded about them and their child. They may also ask for a mistake to be corrected. A pupil who is old enough may do so too. Sometimes access cannot be given at once, to protect the child. Ask the head teacher.',
  '**Regels:** de AVG en het privacyreglement van ${board}.':
    '**Rules:** the GDPR (AVG) and the privacy regulations of ${board}.',
  'Een bericht op je scherm noemt nooit een naam of een signaal. Typ in dit gesprek zelf ook geen namen. Maak geen foto’s van letsel en stuur hier geen bestanden.':
    'A message on your screen never mentions a name or a signal. Do not type names in this chat yourself either. Do not take photos of injuries and do not send files here.',
  'Bericht gaat naar: ': 'Message goes to: ',
  'Zaak heropenen': 'Reopen the case',
  'De zaak gaat verder waar die was. Alles wat is vastgelegd, blijft.':
    'The case goes on where it was. Everything that has been recorded stays.',
  'Waarom heropen je de zaak?': 'Why are you reopening the case?',
  'Schrijf op waarom je de zaak heropent.': 'Write down why you are reopening the case.',
  Heropenen: 'Reopen',
  'Wie heeft dit dossier gezien': 'Who has seen this file',
  'Ik ken je nog niet': 'I do not know you yet',
  'Ik werk voor medewerkers van de scholen van ${board}. Je staat nog niet op mijn lijst. Daarom kun je hier nog geen zaak beginnen.':
    'I work for staff of the schools of ${board}. You are not on my list yet. That is why you cannot start a case here yet.',
  'Vraag je schoolleider of de beheerder van ${board} om je toe te voegen.':
    'Ask your head teacher or the administrator of ${board} to add you.',
  'Maak je je nu zorgen om een kind? Wacht hier dan niet op.':
    'Are you worried about a child now? Do not wait for this.',
  'Praat met je schoolleider of de intern begeleider, of bel Veilig Thuis. Dat kan dag en nacht, ook anoniem.':
    'Talk to your head teacher or the support coordinator (IB’er), or call Veilig Thuis. You can do that day and night, anonymously too.',
  'Je hoeft dit niet alleen te doen': 'You do not have to do this alone',
  'Op school: ': 'At school: ',
  '**Veilig Thuis:** ${call}. Advies vragen kan altijd anoniem. Je noemt dan de naam van het kind niet.':
    '**Veilig Thuis:** ${call}. You can always ask for advice anonymously. You then do not mention the child’s name.',
  '**Buiten school:** ${confidant}, [${confidantPhone}](tel:${confidantTel})':
    '**Outside school:** ${confidant}, [${confidantPhone}](tel:${confidantTel})',
  'Je kunt ook ondersteuning vragen bij een van de stappen. De intern begeleider krijgt dan bericht.':
    'You can also ask for support with one of the steps. The support coordinator (IB’er) then gets a message.',
  'De volgorde van de stappen ligt niet vast. Weet je iets nog niet? Sla het over en kom later terug. Niets gaat verloren.':
    'The order of the steps is not fixed. If there is something you do not know yet, skip it and come back later. Nothing is lost.',
  'Collega om advies vragen': 'Ask a colleague for advice',
  'Begin ongedaan maken': 'Undo the start',
  'Begon je deze zaak per vergissing, of over het verkeerde kind? Er staat nog niets in. De zaak sluit dan meteen, zonder redenen en zonder bericht aan anderen. Openen kan altijd weer.':
    'Did you start this case by mistake, or about the wrong child? There is nothing in it yet. The case then closes at once, without reasons and without a message to others. It can always be opened again.',
  'In deze zaak staat al iets. Sluit de zaak op de gewone manier, via het overzicht.':
    'There is already something in this case. Close the case in the usual way, through the overview.',
  'Staat alleen de naam verkeerd? Kies dan ‘Alles wat is vastgelegd’ en verbeter die.':
    'If only the name is wrong, choose ‘Everything recorded’ and correct it.',
  'Welkom bij de meldcode-bot': 'Welcome to the meldcode bot',
  'Maak je je zorgen om een kind? Ik leid je door de vijf stappen van de meldcode van ${board}: signalen, overleg, gesprek, wegen en beslissen.':
    'Are you worried about a child? I guide you through the five steps of the meldcode (the Dutch reporting code) of ${board}: signals, consultation, talk, weighing and deciding.',
  'De meldcode geeft je houvast, zodat geweld stopt. De stappen volgen is een plicht: je bent niet lastig als je je zorgen deelt.':
    'The meldcode gives you something to hold on to, so that violence stops. Following the steps is a duty: you are not being difficult when you share your concerns.',
  '**Zo begin je:** typ ‘ik maak me zorgen’, of druk op de knop.':
    '**How to start:** type ‘I am worried’, or press the button.',
  '**Zo werkt het:** je antwoordt op kaarten. Alleen wat je daar vastlegt, komt in het dossier. Je kunt stoppen en later verder gaan, ook op een ander apparaat.':
    '**How it works:** you answer on cards. Only what you record there goes into the file. You can stop and continue later, on another device too.',
  '**Wie ziet het:** jij, de schoolleider en de intern begeleider. Collega’s die je om advies vraagt, zien alleen je vraag.':
    '**Who sees it:** you, the head teacher and the support coordinator (IB’er). Colleagues you ask for advice see only your question.',
  '**Ben je nieuw?** Oefen eerst met een verzonnen kind: typ ‘oefenen’. Niemand ziet dat, en je leert de stappen kennen.':
    '**Are you new?** First practise with an invented child: type ‘practise’. Nobody sees that, and you get to know the steps.',
  'Ik beslis niets en ik meld niets. Dat doen mensen.': 'I decide nothing and I report nothing. People do that.',
  'Eerst oefenen': 'Practise first',
  'Bij wie hoort dit signaal?': 'Who does this signal belong to?',
  'Kies een zaak. Daarna staat je tekst klaar om vast te leggen.':
    'Choose a case. Then your text is ready to be recorded.',
  'Bij welke zaak?': 'Which case does it belong to?',
  'Ik bewaar pas iets als je op de volgende kaart op de knop drukt.':
    'I only keep something once you press the button on the next card.',
  'Nog een dossier: ${line}': 'Another file: ${line}',
};
