/** The source of everything in this room. */
export const protocol = {
  title: 'Protocol Huiselijk geweld en kindermishandeling',
  foundation: 'Stichting Consent',
  version: 'v1.0_301018',
  date: '2018-10-30',
  kader: 'Afwegingskader meldcode Onderwijs en Leerplicht/RMC 2019',
} as const;

export type Step = 1 | 2 | 3 | 4 | 5;

/** One step: its name, the parallel step of the support route, and why it is there, in our own words. */
export type StepText = {
  step: Step;
  id: StepId;
  title: string;
  short: string;
  why: string;
  route: string;
  routeText: string;
};
export type StepId = 'step1Signals' | 'step2Consult' | 'step3Conversation' | 'step4Weigh' | 'step5Decide';

export const steps = [
  {
    step: 1,
    id: 'step1Signals',
    title: 'Signalen in kaart brengen',
    short: 'Signalen',
    why: 'Je schrijft op wat je ziet en hoort: wat zorgen geeft én wat geruststelt. Je hoeft niet zeker te zijn en je hoeft geen oorzaak te weten.',
    route: 'Observeren, signaleren en begeleiden',
    routeText: 'De leerkracht begeleidt de leerling en let op wat de ontwikkeling belemmert.',
  },
  {
    step: 2,
    id: 'step2Consult',
    title: 'Overleggen met een collega',
    short: 'Overleg',
    why: 'Twee zien meer dan één. Bespreek de signalen met een deskundige collega. Twijfel je? Vraag advies aan Veilig Thuis; dat mag altijd anoniem.',
    route: 'Collegiale consultatie',
    routeText:
      'De leerkracht deelt zorgen met collega’s en de intern begeleider, ook in een groeps- of leerlingbespreking.',
  },
  {
    step: 3,
    id: 'step3Conversation',
    title: 'Praten met ouders en kind',
    short: 'Gesprek',
    why: 'Je deelt je zorgen met de ouder of verzorger, en als dat past met de leerling. Vaak wordt dan duidelijker wat er speelt. Voer dit gesprek niet alleen.',
    route: 'Bespreking in het diepteteam',
    routeText:
      'Leerkracht en intern begeleider bespreken de zorgen met het team: wat heeft het kind nodig, welke hulp zetten we in, wat adviseren we?',
  },
  {
    step: 4,
    id: 'step4Weigh',
    title: 'Wegen',
    short: 'Wegen',
    why: 'Met vijf vragen weeg je hoe groot het risico is, en hoe ernstig. Bij twijfel neem je altijd contact op met Veilig Thuis.',
    route: 'Bespreking in het zorgteam',
    routeText:
      'Het team bespreekt de hulpvraag van school, ouders en leerling, geeft advies en bereidt hulp of een arrangement voor.',
  },
  {
    step: 5,
    id: 'step5Decide',
    title: 'Beslissen',
    short: 'Beslissen',
    why: 'Je neemt twee besluiten, in deze volgorde: is een melding bij Veilig Thuis nodig? En kunnen wij zelf (ook) hulp bieden of organiseren?',
    route: 'Nazorg en evaluatie',
    routeText: 'Kijk terug op adviezen en hulp, zorg voor nazorg en geef knelpunten door aan school en bestuur.',
  },
] as const satisfies readonly StepText[];

export const stepText = (step: Step): (typeof steps)[number] => {
  const found = steps.find((text) => text.step === step);
  if (!found) throw new Error(`the protocol has no step ${step}`);
  return found;
};

/** Terms explained (protocol chapter 3; ), in our own words. */
export const definitions = [
  {
    term: 'Huiselijk geweld',
    meaning:
      'Lichamelijk, geestelijk of seksueel geweld, of dreigen daarmee, door iemand uit de huiselijke kring. Ook ouderenmishandeling, vrouwelijke genitale verminking, huwelijksdwang en eergerelateerd geweld horen hierbij.',
  },
  { term: 'Huiselijke kring', meaning: '(Ex-)partners, gezinsleden, familieleden en huisvrienden.' },
  {
    term: 'Kindermishandeling',
    meaning:
      'Elk bedreigend of gewelddadig contact, lichamelijk, psychisch of seksueel, door ouders of anderen van wie een kind afhankelijk is. Ook niets doen (verwaarlozing) en getuige zijn van geweld thuis vallen hieronder.',
  },
  {
    term: 'Acute onveiligheid',
    meaning:
      'Iemand is nu in direct gevaar, of de veiligheid is de komende dagen niet zeker. Bij een kind ook: geen eten, kleding of onderdak, of een kind dat uit zichzelf vertelt over geweld thuis (onthulling).',
  },
  {
    term: 'Structurele onveiligheid',
    meaning: 'Onveilige situaties of geweld komen steeds terug of gaan door. Eerder geweld voorspelt het meest.',
  },
  {
    term: 'Veilig Thuis',
    meaning: 'Advies- en meldpunt voor huiselijk geweld en kindermishandeling. Dag en nacht bereikbaar, gratis.',
  },
  {
    term: 'Advies of melding',
    meaning:
      'Advies vragen kan altijd anoniem: je noemt het kind niet. Bij een melding geef je de gegevens van het gezin door. Veilig Thuis weet dan altijd wie jij bent.',
  },
  {
    term: 'Naam niet bekend maken aan het gezin',
    meaning:
      'Soms hoort het gezin jouw naam niet. Dat kan alleen als iemand bedreigd wordt of de vertrouwensband anders breekt. Veilig Thuis kent je naam wel.',
  },
  {
    term: 'Medewerker',
    meaning: 'Iedereen die voor de stichting werkt en leerlingen zorg, begeleiding of steun geeft.',
  },
  { term: 'Leerling', meaning: 'De leerling met wie jij werkt.' },
] as const satisfies readonly { term: string; meaning: string }[];

/** The two halves of the professional norm. */
export const norm =
  'Bij een vermoeden van acute of structurele onveiligheid meld je altijd bij Veilig Thuis. In andere gevallen meld je als je zelf niet genoeg hulp kunt bieden of organiseren. Melden is geen wettelijke plicht, het is wel de norm van je beroep. Ook als er al hulp is: Veilig Thuis moet ernstige zorgen kennen.';
