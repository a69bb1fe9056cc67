import type { Filled } from '../support/card';
import type { Meldcode } from '../support/meldcode';
import type { Person } from '../support/person';
import { beginsCase, chooses, does, goes, hears } from './story';

/** Who and what the steps of a case need. */
type Players = Pick<Meldcode, 'teams' | 'teacher' | 'ibEr' | 'leader' | 'day'>;

/** What people of the example school fill in on the cards of a case about Sam; a story changes what matters to it. */

export const signal: Filled = { text: 'Sam had een blauwe plek op zijn arm.', category: 'Lichaam en verzorging' };
export const question: Filled = {
  question: 'Herken jij dit?',
  shared: 'Een kind heeft de laatste weken vaak blauwe plekken.',
};
export const advice: Filled = { recognises: 'Deels', advice: 'Praat deze week met de ouder.' };
export const talk = ({ day }: Pick<Meldcode, 'day'>, change: Filled = {}): Filled => ({
  with: 'Ouder of verzorger',
  talkDay: day(-1),
  talkTime: '15:30',
  place: 'op school',
  present: 'moeder, Marieke Jansen en Ilse ter Braak',
  second: 'Ilse ter Braak',
  goal: 'onze zorgen delen',
  facts: 'de blauwe plekken die wij zagen',
  reaction: 'Moeder schrok en vertelde over ruzies thuis.',
  outcome: 'De zorgen zijn sterker geworden',
  agreements: 'Volgende week praten we verder.',
  ...change,
});
export const risk: Filled = {
  risk: 'Matig',
  riskText: 'Het komt vaker voor.',
  nature: 'Lichamelijk geweld',
  seriousness: 'De plekken worden groter.',
};
export const because: Filled = { explanation: 'Zo zagen wij het samen.' };
export const safe: Filled = { acute: 'Nee', structural: 'Nee', ...because };
export const helped: Filled = {
  helper: 'Iemand anders op school',
  helperName: 'Ilse ter Braak, intern begeleider',
  effective: 'Ja',
  averts: 'Ja',
  ...because,
};
export const accepted: Filled = {
  person1Name: 'moeder',
  person1Accepts: 'Neemt de hulp aan',
  active: 'Ja',
  ...because,
};
export const plan = ({ day }: Pick<Meldcode, 'day'>, change: Filled = {}): Filled => ({
  until: day(60),
  noticedBy: 'Sam heeft geen nieuwe plekken.',
  goal1: 'Het is thuis rustig en veilig.',
  casemanager: 'Ilse ter Braak',
  casemanagerTasks: 'belt elke week met moeder',
  role1Who: 'moeder',
  role1Role: 'doet mee met de hulp',
  ...change,
});
export const monitoring = ({ day }: Pick<Meldcode, 'day'>): Filled => ({
  who: 'Ilse ter Braak',
  what: 'of het thuis rustig is',
  often: 'elke maand',
  next: day(30),
  until: day(180),
  atRelapse: 'We bellen Veilig Thuis.',
});
export const calledVeiligThuis = ({ day }: Pick<Meldcode, 'day'>, change: Filled = {}): Filled => ({
  contactDay: day(-1),
  contactTime: '11:00',
  spokeWith: 'Anouk van Veilig Thuis',
  advice: 'Praat eerst met de leerling.',
  immediateAction: 'Nee',
  ...change,
});

/** A case with a signal, and a question under way to these colleagues. */
export const asksColleagues = async (teacher: Person, ...colleagues: readonly string[]): Promise<void> => {
  await beginsCase(teacher);
  await does(teacher, 'Vastleggen', signal);
  await goes(teacher, 'Stap 2', 'Een collega om advies vragen');
  await does(teacher, 'Vraag versturen', { ...question, colleagues: [...colleagues] });
};

/** Steps 1, 2 and 3 of a case that was begun: a signal, an answer of the intern begeleider, and the talk with the parent. */
export const walksToWeighing = async (story: Players): Promise<void> => {
  const { teacher, ibEr } = story;
  await does(teacher, 'Vastleggen', signal);
  await chooses(teacher, 'Stap 1 afronden');
  await does(teacher, 'Stap 1 afronden');
  await chooses(teacher, 'Stap 2', 'Een collega om advies vragen');
  await does(teacher, 'Vraag versturen', question);
  await hears(story, ibEr, 'Herken jij dit?');
  await does(ibEr, 'Antwoord geven', advice);
  await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
  await does(teacher, 'Vastleggen', talk(story));
};

/** Risk and question 1: there is a strong suspicion. Question 2 lies open. */
export const suspects = async ({ teacher }: Pick<Meldcode, 'teacher'>): Promise<void> => {
  await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
  await does(teacher, 'Vastleggen', risk);
  await does(teacher, 'Vastleggen', { answer: 'Ja', ...because });
};

/** The whole weighing: the child is safe enough, help is possible and accepted, and the leader confirms. */
export const weighsHelp = async (story: Players): Promise<void> => {
  const { teacher, leader } = story;
  await suspects(story);
  await does(teacher, 'Vastleggen', safe);
  await does(teacher, 'Vastleggen', helped);
  await does(teacher, 'Vastleggen', accepted);
  await hears(story, leader, '4. Hulp aanvaard: ja');
  await does(leader, 'Ik ben op de hoogte en bevestig');
};
