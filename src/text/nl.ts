import type { Refusal } from '../protocol/decision';
import type { NoticeKind } from '../protocol/notices';
import type { Advice } from '../protocol/progress';
import type { Reader } from '../protocol/roles';
import type { TermKind } from '../protocol/terms';

/** Why something was not recorded, and what to do. A refusal without Dutch does not compile. */
export const refusals: Readonly<Record<Refusal, string>> = {
  'no-such-case': 'Deze zaak bestaat niet, of je hebt er geen toegang toe.',
  'case-closed': 'Deze zaak is gesloten. Heropen de zaak eerst, of kies ‘Het stopt niet’.',
  'case-open': 'Deze zaak is al open.',
  'steps-frozen': 'Deze zaak loopt niet via het stappenplan. De stappen zijn niet te gebruiken.',
  'not-your-role': 'Dit kan iemand met een andere rol in deze zaak doen.',
  'already-answered': 'Dit is al beantwoord of ingetrokken. Er is niets veranderd.',
  'not-asked': 'Deze vraag staat niet (meer) bij jou open.',
  'in-the-future': 'Deze dag of tijd ligt in de toekomst. Vul in wanneer het was.',
  'flag-needs-reason': 'Schrijf op waarom dit vermoeden vervalt.',
  'flags-changed': 'Er is intussen een signaal bij gekomen. Kijk opnieuw welk vermoeden er is.',
  'unknown-colleague': 'Kies een collega uit de lijst.',
  'asked-yourself': 'Je kunt dit niet aan of over jezelf vragen. Kies iemand anders.',
  'outside-needs-ground':
    'Deze collega werkt niet op school. Vraag het zonder naam, of leg eerst toestemming of een reden vast.',
  'anonymous-needs-reason': 'Schrijf op waarom jullie de leerling anoniem bespreken.',
  'consent-needed':
    'Voor een open bespreking is schriftelijke toestemming van de ouders nodig. Leg die eerst vast, of bespreek anoniem.',
  'consent-needs-place': 'Schrijf op waar het papier met de toestemming ligt.',
  'nothing-to-tell': 'Hierover hoeft de ouder niets meer te horen. Het is al gedaan.',
  'report-details-needed': 'Je kunt alleen in hetzelfde gesprek melden als je Veilig Thuis sprak.',
  'veilig-thuis-first':
    'Wacht met het gesprek met de ouder. Bel eerst met spoed Veilig Thuis en leg dat contact vast. Daarna kan het gesprek.',
  'flags-undecided':
    'Een signaal wijst op seksueel misbruik, genitale verminking of eergerelateerd geweld. Kijk daar eerst naar, of bel eerst Veilig Thuis.',
  'second-or-reason': 'Voer dit gesprek niet alleen. Vul in wie erbij was, of waarom je alleen was.',
  'at-risk-needed': 'Kies voor wie het niet veilig is.',
  'weighing-changed': 'Er is intussen iets veranderd in deze weging. Bekijk de nieuwe kaart.',
  'weigh-again': 'Dit antwoord staat vast. Wil je het anders zien? Begin dan een nieuwe weging.',
  'refusal-must-be-weighed': 'Een ouder weigerde toestemming. Schrijf op hoe je dat meeweegt.',
  'with-veilig-thuis': 'Deze vraag loop je samen met Veilig Thuis door. Vul in met wie en wanneer.',
  'four-eyes': 'Je hebt zelf gewogen. Iemand anders van de leiding bevestigt.',
  'nothing-to-confirm': 'Er is nog niets om te bevestigen.',
  'weighing-incomplete': 'Niet melden kan pas als de weging af is. Maak eerst de vijf vragen af.',
  'leader-first': 'De schoolleider heeft de weging nog niet bevestigd. Daarna kun je besluiten om niet te melden.',
  'only-leader-departs':
    'Volgens de weging is melden nodig. Alleen de schoolleider kan daarvan afwijken, met een reden op schrift.',
  'departure-needs-veilig-thuis': 'Afwijken kan pas na contact met Veilig Thuis. Leg dat contact eerst vast.',
  'decision-1-first': 'Neem eerst besluit 1: is melden nodig? Daarna besluit 2.',
  'help-needs-veilig-thuis': 'Melden is nodig. Neem dit besluit samen met Veilig Thuis: vul in met wie en wanneer.',
  'help-needs-family': 'Melden is nodig. Vul in wanneer je met de betrokkenen sprak, of waarom dat niet kon.',
  'not-at-this-age': 'Dit gesprek past niet bij de leeftijd van de leerling.',
  'objection-must-be-weighed':
    'Er is een bezwaar dat niet is opgelost. Weeg het: de aard, de ernst, waarom melden nodig is, en wat zwaarder telt.',
  'parents-not-told':
    'Bespreek de melding eerst met de ouders, of leg vast waarom dat niet kan. Kan het echt niet wachten? Vul dan in waarom.',
  'signals-not-discussed':
    'De signalen zijn nog niet met de ouders besproken (stap 3). Leg het gesprek vast, of waarom het er niet komt.',
  'withheld-needs-ground': 'Kies waarom het gezin jouw naam niet hoort.',
  'plan-needs-term': 'Kies een dag in de toekomst waarop het effect te merken moet zijn.',
  'plan-needs-goal': 'Schrijf ten minste één concreet resultaat op.',
  'plan-needs-roles': 'Schrijf op wie welke rol heeft.',
  'plan-needs-casemanager': 'Kies een casemanager.',
  'plan-needs-task': 'Schrijf op wat de casemanager doet.',
  'no-plan': 'Er is nog geen hulpplan.',
  'no-such-entry': 'Dit staat niet (meer) open in de zaak.',
  'monitoring-needed': 'Maak eerst een afspraak over hoe jullie de veiligheid blijven volgen.',
  'not-this-outcome': 'Op deze manier kan deze zaak nu niet sluiten.',
  'more-recorded': 'In deze zaak staat al iets. Sluit de zaak op de gewone manier.',
  'report-open': 'Sluiten kan nog niet: er is een melding nodig die nog niet is gedaan.',
  'feedback-open': 'Sluiten kan nog niet: Veilig Thuis heeft nog niet teruggekoppeld.',
  'missing-steps-need-reason': 'Schrijf bij elke overgeslagen stap waarom.',
  'nothing-to-remind': 'Hierover hoeven we niemand meer te herinneren. Het is al gedaan.',
  'reason-needed': 'Schrijf op waarom.',
  'not-later': 'Kies een dag die nog komt.',
  'too-far':
    'Zo ver uitstellen kan niet. Gaat het om veiligheid of Veilig Thuis? Dan hoogstens een week. Anders hoogstens vier weken.',
  'review-first': 'Kijk eerst in het dossier. Vink daarna aan dat je dat hebt gedaan.',
  'still-followed':
    'In deze zaak loopt nog iets, zoals afspraken over de veiligheid of de terugkoppeling van Veilig Thuis. Rond dat eerst af.',
  'kept-until-later': 'Vernietigen kan nog niet: dit dossier blijft bewaard tot de dag die erbij staat.',
  'two-keepers-needed':
    'Kies twee verschillende collega’s. Minstens één van de twee zit in de leiding of is intern begeleider.',
  'locked-to-two': 'Deze zaak is voor twee mensen. Vraag de ander van jullie twee, of bel Veilig Thuis.',
  'held-too-long': 'Zo lang vasthouden kan niet in één keer. Kies een dag binnen vijf jaar; dan kijk je opnieuw.',
};

/** What helps most now, on the hub. Advice, never a lock. */
export const advices: Readonly<Record<Advice, string>> = {
  reportNow: 'Bel nu Veilig Thuis en doe een melding. Leg de melding daarna vast.',
  tellParentsAfterwards:
    'Er is gemeld zonder dat de ouders het wisten. Vertel het hun nu, of leg vast waarom dat niet kan.',
  decideFlags: 'Een signaal wijst op iets waarvoor je eerst Veilig Thuis belt. Kijk of dat klopt.',
  callVeiligThuisFirst: 'Bel met spoed Veilig Thuis, vóór je met de ouder praat.',
  recordFirstSignal: 'Leg vast wat je zag of hoorde.',
  mapSignals: 'Zijn alle signalen in kaart? Rond stap 1 dan af.',
  consultColleague: 'Bespreek de signalen met een collega, bijvoorbeeld de intern begeleider.',
  waitForColleague: 'Je collega is gevraagd. Je kunt intussen gewoon verder.',
  talkWithParent: 'Bereid het gesprek met de ouder voor.',
  otherCauseClose: 'De zorgen hebben een andere oorzaak. Je kunt de zaak afsluiten.',
  assessRisk: 'Weeg wat je nu weet: hoe groot is het risico, en hoe ernstig?',
  weigh: 'Ga verder met de vijf vragen.',
  contactVeiligThuis: 'Je twijfelt. Bel Veilig Thuis en beantwoord de vraag daarna opnieuw.',
  waitForLeader: 'De schoolleider is gevraagd om de weging te bevestigen.',
  talkWithLeader: 'De schoolleider wil eerst overleggen. Maak een afspraak.',
  closeNoAction: 'Er is geen actie nodig. Je kunt de zaak sluiten.',
  decideReport: 'Neem besluit 1: is een melding nodig?',
  makeReport: 'Doe de melding en leg haar vast.',
  recordFeedback: 'Vraag Veilig Thuis om terugkoppeling en leg die vast.',
  decideHelp: 'Neem besluit 2: kunnen we zelf hulp bieden of regelen?',
  makePlan: 'Maak het hulpplan: doelen, termijn, taken en een casemanager.',
  tellParentOutcome: 'Vertel de ouder wat er is besproken of afgesproken.',
  followHelp: 'Volg hoe het gaat. Op de afgesproken dag beantwoord je vraag 5.',
  agreeMonitoring: 'Maak afspraken over hoe jullie de veiligheid blijven volgen.',
  closeCase: 'Alles is gedaan. Je kunt de zaak sluiten.',
  nothing: 'Er hoeft nu niets.',
};

/** A notice says that something happened, never what (house rule 8). */
export const notices: Readonly<Record<NoticeKind, string>> = {
  consultationAsked: 'Een collega vraagt je om mee te denken.',
  consultationAnswered: 'Je collega heeft geantwoord op je vraag.',
  consultationAddedTo: 'Je collega heeft iets toegevoegd aan het antwoord op je vraag.',
  consultationDeclined: 'Je collega kan niet antwoorden op je vraag. Vraag iemand anders.',
  consultationWithdrawn: 'Een collega heeft een vraag aan jou ingetrokken. Je hoeft niets meer te doen.',
  supportAsked: 'Een collega vraagt om ondersteuning.',
  secondInvited: 'Een collega vraagt je om bij een gesprek aan te sluiten.',
  secondLeft: 'Een collega die bij een gesprek zou zijn, werkt niet meer op deze school. Vraag iemand anders.',
  leaderInformed:
    'Een collega weegt een zorg en wil dat je dat weet. Je kunt meelezen. Is de weging af, dan vraag ik je om haar te bevestigen.',
  weighingToConfirm: 'Er ligt een weging klaar om te bevestigen.',
  directReport: 'Met spoed: er is iets waar je nu van moet weten.',
  noAction: 'Ter informatie: na wegen is in een zaak geen actie nodig.',
  weighingConfirmed: 'De leiding heeft de weging bevestigd.',
  talkRequested: 'De leiding wil eerst met je overleggen.',
  departed: 'De leiding heeft een besluit genomen. Lees de reden.',
  reportMade: 'Ter informatie: er is een melding vastgelegd.',
  emergency: 'Met spoed: een collega heeft een noodsituatie vastgelegd.',
  staffExit: 'Met spoed: er is iets aan jou gemeld. Lees het nu.',
  pupilExit: 'Een collega meldt je iets over leerlingen onderling.',
  casemanagerAsked: 'Je bent gevraagd als casemanager.',
  taskGiven: 'Je hebt een taak gekregen in een plan.',
  taskLeft: 'Een collega met een taak in een plan werkt niet meer op deze school. Spreek af wie het overneemt.',
  termPassedOn: 'Een collega vraagt je om iets over te nemen dat nu gedaan moet worden.',
  concernSeen: 'Je zorg is gezien.',
  ownerAsked: 'Een zaak is aan jou overgedragen. Je bent er nu verantwoordelijk voor.',
  ownerMoved: 'Een zaak van jou is overgedragen aan een collega. Je hoeft er niets meer voor te doen.',
  casemanagerMoved: 'Er is een andere casemanager gekozen.',
  casemanagementDeclined: 'Een collega kan geen casemanager zijn. Kies iemand anders.',
  resultNegative: 'De hulp geeft niet het afgesproken resultaat. Kijk wat nodig is.',
  continues: 'Met spoed: iets stopt niet of begint opnieuw. Kijk wat nodig is.',
  caseLocked: 'Een zaak is nu alleen voor jou en één collega. Bespreek haar met niemand anders op school.',
  caseUnlocked: 'Ter informatie: een zaak is weer te lezen voor iedereen met een rol erin.',
  keeperNeeded: 'Een zaak is voor twee mensen, en één van de twee is er niet meer. Noem een tweede persoon.',
  caseClosed: 'Ter informatie: een zaak is gesloten.',
  caseReopened: 'Ter informatie: een zaak is weer open.',
  samePupil: 'Twee dossiers gaan misschien over dezelfde leerling. Kijk of dat zo is, en besluit hoe het verder gaat.',
  ownPupil:
    'Er is al een zaak over dezelfde leerling, en jij mag haar zien. Is die nog open, ga dan daar verder. Is die gesloten, dan kun je haar heropenen.',
};

/** A term that has come. */
export const reminders: Readonly<Record<TermKind, string>> = {
  feedback: 'Vijf werkdagen na de melding: heb je iets gehoord van Veilig Thuis?',
  feedbackOverdue: 'Veilig Thuis heeft nog niet teruggekoppeld. Bel en leg vast wat je hoort.',
  tellParents: 'Er is gemeld zonder dat de ouders het wisten. Vertel het, of leg vast waarom niet.',
  afterReport: 'Een tijd na de melding: gaat het beter? Neem zo nodig opnieuw contact op met Veilig Thuis.',
  result: 'De afgesproken dag is er. Beantwoord vraag 5: heeft de hulp gewerkt?',
  resultOverdue: 'Vraag 5 is nog niet beantwoord. Vraag na hoe het gaat.',
  interimTalk: 'Bespreek tussentijds met de ouder hoe het gaat.',
  endTalk: 'Bespreek met de ouder wat de hulp heeft opgeleverd.',
  arrival: 'Vraag of de ouder bij de hulp is aangekomen.',
  monitoring: 'Kijk of het veilig is, zoals afgesproken.',
  tellOutcome: 'De ouder weet nog niet wat er is besproken. Vertel het, of leg vast waarom niet.',
  unanswered: 'Er staat nog een vraag open tussen collega’s.',
  expired: 'Een collega heeft niet geantwoord. Vraag iemand anders, of trek de vraag in.',
  unconfirmed: 'Een weging wacht nog op bevestiging.',
  parentContact: 'Er is een tijd geen contact met de ouder vastgelegd.',
  stalled: 'In een zaak is een tijd niets gebeurd. Kijk wat de volgende stap is.',
  receipt: 'Een dossier ging naar een andere school. Vraag of het is aangekomen.',
  retention: 'De bewaartermijn van een dossier is voorbij. Kijk of het weg mag, of nog nodig is.',
};

/** What a running term is about, on the hub. */
export const termLabels: Readonly<Record<TermKind, string>> = {
  feedback: 'terugkoppeling van Veilig Thuis',
  feedbackOverdue: 'Veilig Thuis nabellen',
  tellParents: 'ouders vertellen over de melding',
  afterReport: 'kijken hoe het gaat na de melding',
  result: 'vraag 5: heeft de hulp gewerkt?',
  resultOverdue: 'vraag 5 navragen',
  interimTalk: 'tussentijds praten met de ouder',
  endTalk: 'resultaat bespreken met de ouder',
  arrival: 'vragen of de ouder bij de hulp is',
  monitoring: 'kijken of het veilig is',
  tellOutcome: 'uitkomst vertellen aan de ouder',
  unanswered: 'antwoord van een collega',
  expired: 'iemand anders vragen',
  unconfirmed: 'bevestiging van de schoolleider',
  parentContact: 'contact met de ouder',
  stalled: 'kijken wat de volgende stap is',
  receipt: 'bevestiging van de andere school',
  retention: 'kijken of het dossier weg mag',
};

/** Who reads a file, as part of a sentence; by post, never by name. */
export const readers: Readonly<Record<Reader, string>> = {
  owner: 'de collega van wie de zaak is',
  leader: 'de schoolleiding',
  ibEr: 'de intern begeleider',
  casemanager: 'de casemanager',
  keeper: 'de ander van jullie twee',
  board: 'het bestuur',
  told: 'wie de melding kreeg',
};

const listed = new Intl.ListFormat('nl');

/** The bot's own sentences. */
export const say = {
  /** Shown in previews and on lock screens: neutral on purpose (I-20). */
  preview: 'Er staat een bericht voor je klaar.',
  notForYou: 'Dit overzicht is voor de schoolleiding en het bestuur.',
  noAddress: 'Documenten ophalen kan nog niet. Vraag de beheerder van de bot om het adres in te stellen.',
  oneDriveAsked: 'Teams vraagt hieronder of het document naar je OneDrive mag.',
  /** Stands on the question of Teams, and may be read in a preview: neutral on purpose (I-20). */
  oneDriveWhat:
    'Een kopie in je eigen OneDrive, buiten de beveiligde opslag. De regels van je school over bewaren gelden ook daar.',
  oneDriveOff: 'Je bestuur laat geen documenten in OneDrive toe. Haal het document op in je browser.',
  oneDriveAway: 'Teams kan dit nu niet vragen. Haal het document op in je browser.',
  oneDriveBusy: 'Het document gaat nu naar je OneDrive. Staat het er over een minuut niet? Probeer het dan opnieuw.',
  oneDriveDone:
    'Het document staat in je OneDrive, buiten de beveiligde opslag. De regels van je school over bewaren gelden ook daar. Wordt een dossier vernietigd, dan blijft deze kopie bestaan. Haal haar zelf weg als je haar niet meer nodig hebt.',
  oneDriveRefused:
    'Het document kwam niet aan in je OneDrive. Er staat niets, ook niet half. Probeer het opnieuw, of haal het op in je browser.',
  oneDriveUnsure:
    'Ik hoorde niet of het document is aangekomen. Kijk in je OneDrive; half staat het er nooit. Staat het er niet? Probeer het dan opnieuw.',
  oneDriveElsewhere: 'Dit adres is niet van OneDrive. Er is niets verstuurd. Haal het document op in je browser.',
  oneDriveDeclined: 'Goed, er gaat niets naar je OneDrive. Ophalen in je browser kan nog steeds.',
  oneDriveGone: 'Deze vraag geldt niet meer. Er is niets naar OneDrive gegaan. Zet het document opnieuw klaar.',
  oneDriveAnswered: 'Deze vraag is al beantwoord. Er gaat niets nog een keer naar OneDrive.',
  cardStays: 'De kaart staat hieronder. Wat je al typte blijft staan.',
  notUnderstood:
    'Dat begrijp ik niet. Typ ‘ik maak me zorgen’ om te beginnen, ‘mijn zaken’ of ‘hulp’. Schrijf hier geen namen of signalen; daar zijn de kaarten voor.',
  dontTypeHere: 'Wat je hier typt, leg ik niet vast. Gebruik de kaart hieronder, dan komt het in het dossier.',
  noFiles:
    'Foto’s en bestanden neem ik niet aan; ik heb niets bewaard. Haal het bericht hierboven zelf weg. Schrijf op wat je zag: waar, hoe groot, welke kleur. Twijfel je over letsel? Vraag advies aan Veilig Thuis of een letseldeskundige.',
  anotherChild: 'Een ander kind: nieuwe zaak',
  stopped: 'Goed, ik stop. Wat al is vastgelegd, blijft bewaard. Typ ‘mijn zaken’ om later verder te gaan.',
  lostThread: 'Ik was even de draad kwijt. Er is niets verloren. Hier is het overzicht.',
  noCases: 'Je hebt geen zaken. Typ ‘ik maak me zorgen’ om te beginnen.',
  noRequests: 'Er wacht niets op jou.',
  unknownButton: 'Deze knop ken ik niet meer. Open het overzicht en probeer het opnieuw.',
  noCase: 'Deze zaak bestaat niet, of je hebt er geen toegang toe.',
  recorded: 'Het is vastgelegd. Typ ‘overzicht’ om verder te gaan.',
  alreadyRecorded: 'Dit was al vastgelegd. Er is niets veranderd.',
  busy: 'Er werkt nu iemand anders in deze zaak. Je tekst staat er nog; probeer het zo opnieuw.',
  fault: (reference: string): string =>
    `Er ging iets mis en er is niets vastgelegd. Je tekst staat er nog; probeer het zo opnieuw. Kenmerk: ${reference}. Bij spoed: bel 112 of Veilig Thuis 0800-2000.`,
  unsure: (reference: string): string =>
    `De dossiers antwoorden nu niet. Kijk straks in het overzicht of het is vastgelegd. Staat het er niet? Druk dan nog een keer op de knop; niets komt er dubbel in. Kenmerk: ${reference}. Bij spoed: bel 112 of Veilig Thuis 0800-2000.`,
  damaged: (reference: string): string =>
    `Wat hier is vastgelegd, is beschadigd. Daarom laat ik het niet zien. Er is niets gewist; de beheerder kan dit nagaan. Noem dit kenmerk: ${reference}. Bij spoed: bel 112 of Veilig Thuis 0800-2000.`,
  locked: (reference: string): string =>
    `De dossiers gaan nu niet open: de sleutel is niet bereikbaar. Er is niets verloren en er is niets vastgelegd. Probeer het straks opnieuw. Lukt het dan niet? Bel de beheerder en noem dit kenmerk: ${reference}. Bij spoed: bel 112 of Veilig Thuis 0800-2000.`,
  tooFast: 'Dat gaat te snel achter elkaar. Wacht even en probeer het opnieuw; wat je typte blijft staan.',
  slow: 'Dit duurt langer dan anders. Kijk straks in het overzicht of het is vastgelegd. Staat het er niet? Druk dan nog een keer op de knop. Niets komt er dubbel in. Bij spoed: bel 112 of Veilig Thuis 0800-2000.',
  noGuests: 'Deze bot is er alleen voor medewerkers, niet voor gastaccounts. Vraag de beheerder om een eigen account.',
  tooBig: 'Deze tekst is te lang om op te slaan. Maak hem korter.',
  inChannel:
    'Ik werk alleen in een persoonlijk gesprek, zodat niemand meeleest. Open een gesprek met mij. Schrijf hier niets over een kind.',
  place: (step: number | undefined, beside: string, pupil: string): string =>
    [step ? `Stap ${step} van 5` : beside, pupil].filter((part) => part !== '').join(' · '),
  takes: (minutes: number): string =>
    minutes < 1 ? 'Minder dan een minuut.' : `Ongeveer ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}.`,
  readBy: (others: readonly string[]): string =>
    others.length === 0
      ? 'Komt in het dossier. Dat lees jij nu alleen.'
      : `Komt in het dossier. Dat ${others.length === 1 ? 'leest' : 'lezen'} ook ${listed.format(others)}.`,
  /** For a consulted colleague, who may not hear which way the case goes, nor whether there is a plan. */
  answerReadBy: `Komt in de zaak. Die lezen ${listed.format([readers.owner, readers.leader, readers.ibEr])}, en een casemanager als die er is.`,
  notTheLeaders: 'Gaat het over de leiding? Dan leest alleen het bestuur mee.',
  chooseSamePupil: 'Kies hoe het verder gaat.',
  whyApart: 'Schrijf op waarom de twee dossiers los van elkaar blijven.',
  siblingElsewhere:
    'Dit kind zit op een andere school. Een zaak begint daar iemand die er werkt. Bel de intern begeleider of de schoolleider van die school.',
  readByTwo: 'Komt in het dossier. Dat lezen daarna alleen de twee die je kiest.',
  readByPosts: 'Komt in het dossier. Dat leest daarna iedereen met een rol in deze zaak.',
  goneWithFile: 'Je reden gaat met het dossier weg. Er blijft alleen een bewijs zonder namen.',
  onlyPractice: 'Je oefent: niemand leest dit en er blijft niets van over.',
  /** Of the board's contacts. */
  footer: ({ emergency, veiligThuis: { phone } }: { emergency: string; veiligThuis: { phone: string } }): string =>
    `Nood: bel [${emergency}](tel:${emergency}). Veilig Thuis: [${phone}](tel:${phone.replace(/\D/g, '')}), dag en nacht.`,
  hideOrShow: 'Verberg of toon',
  hiddenHere: 'Verborgen. Wat je typte, staat er nog.',
  practiceOver: 'Deze oefening is voorbij en gewist. Typ ‘oefenen’ om opnieuw te beginnen.',
  practiceStopped: 'De oefening is gestopt. Er was nog niets ingevuld. Typ ‘oefenen’ om opnieuw te beginnen.',
  practiceBeside: 'Let op: de kaart hieronder is echt. Je oefening loopt nog; die kaarten staan hierboven.',
  practiceEmergency: 'Let op: de kaart hieronder hoort niet bij je oefening. Bel alleen als er echt iets is.',
  practiceNoPaper: 'In een oefening maak ik geen documenten. In een echte zaak haal je ze hier op.',
  noticeTitle: 'Bericht voor jou',
  digest: (count: number, oldest: string): string =>
    count === 1
      ? `Er wacht één ding op jou, sinds ${oldest}.`
      : `Er wachten ${count} dingen op jou. Het oudste sinds ${oldest}.`,
  digestOff: 'Goed, je krijgt geen dagbericht meer. Wil je het weer? Typ ‘dagbericht aan’.',
  digestOn: 'Goed. Op schooldagen hoor je ’s ochtends of er iets op je wacht. Wil je dat niet? Typ ‘dagbericht uit’.',
  moreWaits: 'Er wacht vandaag nog meer op jou. Kijk in je verzoeken.',
  unreached: (name: string): string => `${name} is niet bereikt. Bel zelf even.`,
  perhapsUnreached: (name: string): string => `${name} is misschien niet bereikt. Vraag het even na.`,
  notReached: (name: string): string => `${name} is niet bereikt met een bericht. Bel zelf even.`,
  notInstalled: (name: string): string =>
    `${name} is niet bereikt: de bot staat nog niet in Teams bij ${name}. Vraag ${name} om de app Meldcode te openen; dan komt je bericht alsnog. Kan het niet wachten? Bel zelf even.`,
  leftSchool: 'Deze collega staat niet meer bij deze school in het schoolbestand.',
  taskOfLeft:
    'Een collega met een taak in dit plan staat niet meer bij deze school in het schoolbestand. Spreek af wie de taak overneemt.',
  invited: (by: string, when: string): string =>
    `${by} vraagt je om bij een gesprek aan te sluiten: ${when}. Vraag ${by} zelf waar het over gaat.`,
} as const;

type Wide<T> = T extends string ? string : T;
/** The same sentences in another language. */
export type Say = { readonly [Name in keyof typeof say]: Wide<(typeof say)[Name]> };
