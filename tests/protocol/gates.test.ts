import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Refusal } from '../../src/protocol/decision';
import type { Flag } from '../../src/protocol/step1Signals';
import type { ConsentOutcome, Custody } from '../../src/protocol/step2Consult';
import { casemanager, given, ibEr, leader, minutesAfter, now, teacher } from './given';
import { planMade } from './laterSamples';
import {
  confirmFlags,
  consent,
  emergency,
  flagged,
  opened,
  planConversation,
  recordConversation,
  recordTeamDiscussion,
  signal,
  singleConsent,
  veiligThuisContact,
} from './samples';

/** Every combination of these choices, each with its own name. */
const combinations = <T extends Record<string, readonly unknown[]>>(choices: T): { [K in keyof T]: T[K][number] }[] =>
  Object.entries(choices).reduce<Record<string, unknown>[]>(
    (found, [key, values]) => found.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
    // Each name of `choices` was given one of its own values.
  ) as { [K in keyof T]: T[K][number] }[];

const talkAt = minutesAfter(now, -60);
const earlier = minutesAfter(talkAt, -1);
const later = minutesAfter(talkAt, 1);
const allFlags = ['seksueel-misbruik', 'vgv', 'eergerelateerd'] as const;
const subsets = <T>([first, ...rest]: readonly T[]): T[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap((others) => [others, [first, ...others]]);
const flagSets = subsets<Flag>(allFlags);

const calls = {
  none: [],
  earlier: [veiligThuisContact({ contactAt: earlier, anonymous: true })],
  atOnce: [veiligThuisContact({ contactAt: talkAt })],
  later: [veiligThuisContact({ contactAt: later })],
  inEmergency: [emergency({ calledAt: earlier, called: ['veilig-thuis'] })],
  police: [emergency({ calledAt: earlier, called: ['112', 'politie', 'crisisdienst'] })],
} as const satisfies Record<string, readonly CaseEvent[]>;
const signalsAfterwards = {
  none: [],
  plain: [signal({ category: 'HG' })],
  abuse: [signal({ category: 'SM' })],
  reassuring: [signal({ category: 'VG', direction: 'spreekt-tegen' })],
  honour: [signal({ category: 'VG', direction: 'onduidelijk' })],
} as const;
/** Which flags a signal points to, by the protocol: the special categories do, also unclear, not when it reassures. */
const pointsTo: Record<keyof typeof signalsAfterwards, readonly Flag[]> = {
  none: [],
  plain: [],
  abuse: ['seksueel-misbruik'],
  reassuring: [],
  honour: ['vgv', 'eergerelateerd'],
};
// The keys of these tables are their names.
const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

const contactCases = combinations({
  set: flagSets,
  seen: namesOf(signalsAfterwards),
  call: namesOf(calls),
  partner: ['ouder', 'leerling', 'beiden'] as const,
  by: [teacher, leader, ibEr, casemanager],
});

test('R-092, R-033, I-05: given every set of flags, signal, contact, partner and role, then a parent is spoken to only after Veilig Thuis, and nobody sets that aside', () => {
  const should = ({ set, seen, partner }: (typeof contactCases)[number], spoken: boolean): Refusal | undefined => {
    if (partner === 'leerling' || spoken) return undefined;
    if (set.length > 0) return 'veilig-thuis-first';
    return pointsTo[seen].length > 0 ? 'flags-undecided' : undefined;
  };
  const wrong = contactCases.filter((one) => {
    const story = given(
      opened(),
      planMade(),
      flagged({ flags: one.set }),
      ...signalsAfterwards[one.seen],
      ...calls[one.call],
    );
    const beforeTalk = one.call === 'earlier' || one.call === 'inEmergency';
    // A talk that is still to come is planned after any call until now.
    const beforeNow = one.call !== 'none' && one.call !== 'police';
    const recorded = story.when(recordConversation({ with: one.partner, talkAt }), one.by).refusal();
    const planned = story.when(planConversation({ with: one.partner }), one.by).refusal();
    return recorded !== should(one, beforeTalk) || planned !== should(one, beforeNow);
  });
  expect(wrong).toEqual([]);
  expect(contactCases).toHaveLength(8 * 5 * 6 * 3 * 4);
});

const flagChanges = combinations({
  set: flagSets,
  next: flagSets,
  spoken: [true, false],
  reason: [undefined, '  ', 'Het meisje is al weken terug'],
  by: [teacher, leader, ibEr],
});

test('R-092: given every change of flags, then a flag goes only after a contact with Veilig Thuis and with a reason, whoever asks', () => {
  const wrong = flagChanges.filter(({ set, next, spoken, reason, by }) => {
    const story = given(opened(), flagged({ flags: set }), ...(spoken ? calls.earlier : []));
    const takesAway = set.some((flag) => !next.includes(flag));
    const should = !takesAway
      ? undefined
      : !spoken
        ? 'veilig-thuis-first'
        : reason?.trim()
          ? undefined
          : 'flag-needs-reason';
    return story.when(confirmFlags({ flags: next, ...(reason !== undefined && { reason }) }), by).refusal() !== should;
  });
  expect(wrong).toEqual([]);
});

const outcomes: readonly (ConsentOutcome | 'niet-gevraagd')[] = [
  'niet-gevraagd',
  'schriftelijk',
  'geweigerd',
  'mondeling',
  'nog-niet',
];
const custodies: readonly Custody[] = ['een', 'twee', 'onbekend'];
const discussions = combinations({
  mother: outcomes,
  father: outcomes,
  custody: custodies,
  single: [true, false],
  team: ['schoolteam', 'zorgteam'] as const,
  mode: ['open', 'anoniem'] as const,
  outsiders: [true, false],
  whyAnonymous: [undefined, ' ', 'De ouders zeiden nee'],
  by: [teacher, leader, ibEr],
});

/** On paper by everyone with authority, or by one when the leader took that; a no from anybody ends it. */
const agreed = ({ mother, father, custody, single }: (typeof discussions)[number]): boolean => {
  const papers = [mother, father].filter((one) => one === 'schriftelijk').length;
  if (mother === 'geweigerd' || father === 'geweigerd' || papers === 0) return false;
  return papers === 2 || single || custody === 'een';
};

test('R-068, R-069, R-072, R-073, I-06: given every consent, custody, team and openness, then a child is discussed by name only with consent on paper, and without a name with a reason', () => {
  const should = (one: (typeof discussions)[number]): Refusal | undefined => {
    if (one.mode === 'anoniem') return one.whyAnonymous?.trim() ? undefined : 'anonymous-needs-reason';
    return (one.team === 'zorgteam' || one.outsiders) && !agreed(one) ? 'consent-needed' : undefined;
  };
  const wrong = discussions.filter((one) => {
    const asked = [
      ...(one.mother === 'niet-gevraagd'
        ? []
        : [consent({ id: 'k-1', parent: 'Moeder', custody: one.custody, outcome: one.mother })]),
      ...(one.father === 'niet-gevraagd'
        ? []
        : [consent({ id: 'k-2', parent: 'Vader', custody: one.custody, outcome: one.father })]),
      ...(one.single ? [singleConsent({ by: leader.id })] : []),
    ];
    const { team, mode, outsiders, whyAnonymous } = one;
    const discussion = recordTeamDiscussion({
      team,
      mode,
      outsiders,
      ...(whyAnonymous !== undefined && { whyAnonymous }),
    });
    return (
      given(opened(), ...asked)
        .when(discussion, one.by)
        .refusal() !== should(one)
    );
  });
  expect(wrong).toEqual([]);
});

test('R-069, I-06: given a consent on paper, then a discussion of before that day was without it, and a withdrawn paper counts no more', () => {
  const paper = consent({ on: '2026-11-20' });
  const discussion = (on: string) => recordTeamDiscussion({ on });
  given(opened(), paper).when(discussion('2026-11-19')).refused('consent-needed');
  given(opened(), paper).when(discussion('2026-11-20')).accepted();
  given(opened(), paper, consent({ on: '2026-11-23' }))
    .when(discussion('2026-11-20'))
    .accepted();
  given(opened(), paper, consent({ outcome: 'nog-niet', on: '2026-11-23' }))
    .when(discussion('2026-11-24'))
    .refused('consent-needed');
});
