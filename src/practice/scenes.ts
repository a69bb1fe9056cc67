import type { FormName } from '../cards/forms';
import type { Dutch } from '../text/tongue';

/** What is seen or said at a card of the practice: by whom, and what. */
export type Scene = { who: Dutch; says: Dutch };

const you = (says: Dutch): Scene => ({ who: 'Jij', says });
const mother = (says: Dutch): Scene => ({ who: 'Moeder', says });
const veiligThuis = (says: Dutch): Scene => ({ who: 'Veilig Thuis', says });
const ida = (says: Dutch): Scene => ({ who: 'Ida, intern begeleider', says });
const leo = (says: Dutch): Scene => ({ who: 'Leo, schoolleider', says });

/** The fictional case, told where somebody needs it. */
export const scenes: Readonly<Partial<Record<FormName, Scene>>> = {
  'intake/triage': you('Je denkt aan Sam. Het gaat om thuis: kies ‘Over een kind, thuis’.'),
  'intake/open-case': you('De leerling heet Sam Voorbeeld en zit in groep 5. Je weet nog niet over wie het gaat.'),
  'step1-signals/signal': you(
    'Maandag viel Sam in slaap tijdens het rekenen. Dinsdag kwam Sam zonder eten naar school. Vandaag had Sam een blauwe plek op de arm. Sam zei: gevallen.',
  ),
  'step1-signals/child-voice': { who: 'Sam', says: 'Mama slaapt overdag. Ik maak zelf mijn eten. Soms is het op.' },
  'step1-signals/contact': mother('Ja, Sam is moe. Wij ook. Ik heb nu geen tijd, sorry.'),
  'step2-consult/ask': you('Ida is de intern begeleider. Collega Cor had Sam vorig jaar in de groep.'),
  'step2-consult/veilig-thuis': veiligThuis(
    'Dank voor het bellen. Praat eerst met moeder, samen met een collega. Direct ingrijpen hoeft nu niet. Bel ons als het erger wordt. Je sprak met Anna.',
  ),
  'step2-consult/team': ida('Het team leest mee. Moeder weet ervan en heeft getekend.'),
  'step3-conversation/plan': ida('Morgen na school kan ik erbij zijn.'),
  'step3-conversation/record': mother(
    'Ik schrik hiervan. Sinds vader weg is, werk ik in de nacht. Sam staat alleen op. Die plek ken ik niet. Ik wil wel hulp.',
  ),
  'step3-conversation/signature': mother('Ik heb het verslag gelezen. Ik teken het.'),
  'step4-weigh/help': ida('School kan helpen: opvang in de ochtend, en de jeugdverpleegkundige gaat langs.'),
  'step4-weigh/acceptance': mother('Ik neem die hulp graag aan.'),
  'step4-weigh/request-talk': leo('Kom even langs, dan lopen we het samen door.'),
  'step4-weigh/result': ida('Sam is uitgerust en eet mee. Moeder komt elke week langs.'),
  'step5-decide/discuss-report': mother('Ik vind het moeilijk, maar ik begrijp dat jullie dit melden.'),
  'step5-decide/report': veiligThuis('We nemen de melding aan. Binnen vijf werkdagen hoor je wat we doen.'),
  'step5-decide/feedback': veiligThuis('We hebben moeder gesproken. Er komt een gezinscoach. School blijft opletten.'),
  'plan/make': ida('Ik wil casemanager zijn. Na zes weken kijken we wat er beter gaat.'),
  'plan/refer': mother('Ik wil wel praten met iemand van het wijkteam.'),
  'plan/arrival': mother('Ik ben er maandag geweest. Het was een goed gesprek.'),
  'plan/progress': ida('De opvang in de ochtend loopt goed. Sam valt niet meer in slaap.'),
  'plan/monitoring': ida('Ik vraag elke maand aan Sam en moeder hoe het gaat.'),
  'plan/monitoring-check': ida('Het gaat goed thuis. Moeder slaapt weer in de nacht.'),
};
