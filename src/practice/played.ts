import type { CaseFile } from '../protocol/caseFile';
import type { Command } from '../protocol/decide';
import { progress, type Waiting } from '../protocol/progress';
import type { PersonId } from '../protocol/roles';
import type { Answer } from '../protocol/step2Consult';
import type { Dutch, Tongue } from '../text/tongue';
import { cast, isPlayed } from './cast';

/** Something that one of the cast does; the protocol judges it like anything else. */
export type Played = { by: PersonId; command: Command };

const leader = cast.find(({ posts }) => posts.some(({ roles }) => roles.includes('schoolleider')))?.id ?? '';

type Told = Omit<Answer, 'observations' | 'advice' | 'otherExplanation' | 'reachable'> & {
  observations: Dutch;
  advice: Dutch;
  otherExplanation?: Dutch;
  reachable?: Dutch;
};
const byIbEr: Told = {
  recognises: 'deels',
  observations: 'Ik zag Sam vorige week alleen op het plein. Sam had geen jas aan.',
  otherExplanation: 'Moeder werkt sinds kort in de nacht. Dat kan de moeheid verklaren.',
  advice: 'Praat deze week met moeder, samen met mij. Begin bij wat je zag. Bel bij twijfel Veilig Thuis.',
  reachable: 'elke ochtend op school',
};
const byColleague: Told = {
  recognises: 'ja',
  observations: 'Sam vroeg mij twee keer om een boterham.',
  advice: 'Vraag ook de intern begeleider. Schrijf alles op met de dag erbij.',
};

const answerBy = (t: Tongue, person: PersonId): Answer => {
  const isIbEr = cast.some(
    ({ id, posts }) => id === person && posts.some(({ roles }) => roles.includes('intern-begeleider')),
  );
  const { observations, advice, otherExplanation, reachable, ...chosen } = isIbEr ? byIbEr : byColleague;
  return {
    ...chosen,
    observations: t(observations),
    advice: t(advice),
    ...(otherExplanation && { otherExplanation: t(otherExplanation) }),
    ...(reachable && { reachable: t(reachable) }),
  };
};

const playedFor = (t: Tongue, waiting: Waiting, { weighing }: CaseFile): Played | undefined => {
  switch (waiting.for) {
    case 'colleague': {
      const { person: by, consultation } = waiting;
      return isPlayed(by)
        ? { by, command: { type: 'answerConsultation', consultation, ...answerBy(t, by) } }
        : undefined;
    }
    case 'leader':
      return (
        weighing && { by: leader, command: { type: 'confirmWeighing', round: weighing.round, shown: weighing.given } }
      );
    case 'casemanager':
      return isPlayed(waiting.person) ? { by: waiting.person, command: { type: 'acceptCasemanagement' } } : undefined;
  }
};

/** What the case waits for from the cast, by the protocol's own list of who is waited for. */
export const whatCastDoes = (file: CaseFile, t: Tongue): readonly Played[] =>
  progress(file).waiting.flatMap((waiting) => playedFor(t, waiting, file) ?? []);
