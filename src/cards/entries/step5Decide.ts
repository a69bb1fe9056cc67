import { questionOf, weighAnswers } from '../../protocol/step4Weigh';
import {
  feedbackOutcomes,
  improvements,
  reportChannels,
  reportTalkPartners,
  reportWaiverGrounds,
  withheldGrounds,
  type DerivedReport,
  type ReportReason,
  type Step5Event,
} from '../../protocol/step5Decide';
import { feedbackDue } from '../../protocol/terms';
import { described, yesNo, type Describing, type Description } from '../entry';
import type { Tongue } from '../../text/tongue';

/** Why a melding is needed, beside the answers to the five questions. */
const otherReasons = {
  cannotProtect: 'Het kind genoeg beschermen lukt niet, of daarover is twijfel',
  continues: 'Het geweld stopt niet of begint opnieuw',
  earlierSafety: 'Eerder is vastgelegd dat het kind niet veilig is, en er is nog niet gemeld',
} as const satisfies Partial<Record<ReportReason, string>>;

export const reasonWords = (t: Tongue, reason: ReportReason): string => {
  switch (reason) {
    case 'cannotProtect':
    case 'continues':
    case 'earlierSafety':
      return t(otherReasons[reason]);
    case 'suspicion':
    case 'safety':
    case 'help':
    case 'acceptance':
    case 'result': {
      const { number, title } = questionOf(reason);
      return t('Vraag {number}, {title}', { number, title: t(title).toLowerCase() });
    }
  }
};

/** What follows from the weighing. */
export const derivedWords = (t: Tongue, necessary: DerivedReport['necessary']): string => {
  if (necessary === 'unknown') return t('De weging is nog niet af');
  return necessary ? t('Melden is nodig') : t('Melden is niet nodig');
};

type Of<T extends Step5Event['type']> = Extract<Step5Event, { type: T }>;

const decidedReport = (t: Tongue, event: Of<'ReportDecided'>): Description =>
  described(
    event.report ? t('Besluit 1: melden') : t('Besluit 1: niet melden'),
    [t('Reden'), event.reason, 'mening'],
    [t('Volgens de weging'), derivedWords(t, event.derived)],
    [t('Omdat'), event.because.map((reason) => reasonWords(t, reason)).join('. ')],
    [t('Wijkt af van de norm'), yesNo(t, event.departs)],
    [t('Kunnen we het kind genoeg beschermen'), t(weighAnswers[event.canProtect]), 'mening'],
    [t('Weging'), event.round > 0 ? String(event.round) : t('Nog niet begonnen')],
  );

const discussedReport = (t: Tongue, event: Of<'ReportDiscussed'>): Description =>
  described(
    t('Melding besproken'),
    [t('Met'), `${t(reportTalkPartners[event.with])}: ${event.who}`],
    [t('Dag'), t.day(event.on)],
    [t('Uitleg'), event.explained],
    [t('Reactie'), event.reaction, 'uitspraak'],
    [t('Bezwaar'), event.objection, 'uitspraak'],
    [t('Bezwaar van'), event.objectionOf],
    [t('Wat we eraan doen'), event.howMet],
    [t('Bezwaar opgelost'), event.objectionSolved === undefined ? undefined : yesNo(t, event.objectionSolved)],
    [t('Gewogen: de aard'), event.weighedNature, 'mening'],
    [t('Gewogen: de ernst'), event.weighedSeriousness, 'mening'],
    [t('Gewogen: waarom melden nodig is'), event.weighedNecessity, 'mening'],
    [
      t('Bescherming geeft de doorslag'),
      event.protectionPrevails && yesNo(t, event.protectionPrevails === 'ja'),
      'mening',
    ],
  );

const madeReport = (t: Tongue, event: Of<'ReportMade'>): Description =>
  described(
    t('Melding bij Veilig Thuis vastgelegd'),
    [t('Melding'), String(event.number)],
    [t('Gemeld op'), t.moment(event.reportedAt)],
    [t('Gemeld door'), event.reportedBy],
    [t('Gesproken met'), event.spokeWith],
    // the day on which Veilig Thuis must have said what it decided.
    [t('Veilig Thuis laat iets weten'), t('uiterlijk {day}', { day: t.day(feedbackDue(event.reportedAt)) })],
    [t('Wat wij zelf nog doen'), event.agreements],
    [t('Hoe'), t(reportChannels[event.channel])],
    [t('Kenmerk'), event.reference],
    [t('Het gezin hoort de naam van de melder'), yesNo(t, !event.nameWithheld)],
    [t('Waarom niet'), event.withheldGround && t(withheldGrounds[event.withheldGround])],
    [t('De ouders horen het achteraf'), yesNo(t, event.direct)],
    [t('Waarom het niet kon wachten'), event.whyDirect],
  );

const decidedHelp = (t: Tongue, event: Of<'HelpDecided'>): Description =>
  described(
    event.possible ? t('Besluit 2: zelf hulp bieden of regelen kan') : t('Besluit 2: zelf genoeg hulp bieden kan niet'),
    [t('De school kan dit'), yesNo(t, event.schoolCan), 'mening'],
    [t('De betrokkenen kunnen en willen dit'), yesNo(t, event.familyCan), 'mening'],
    [t('Reden'), event.reason, 'mening'],
    [t('Overlegd met Veilig Thuis'), event.veiligThuisName],
    [t('Op'), event.veiligThuisOn && t.day(event.veiligThuisOn)],
    [t('Overlegd met de betrokkenen op'), event.familyOn && t.day(event.familyOn)],
    [t('Waarom niet met de betrokkenen'), event.familyGround && t(reportWaiverGrounds[event.familyGround])],
  );

/** Step 5 in words: both decisions with their reasons, the melding, and what came of it. */
export const describeStep5Decide = (event: Step5Event, words: Describing): Description => {
  switch (event.type) {
    case 'ReportDecided':
      return decidedReport(words.t, event);
    case 'ReportDiscussed':
      return discussedReport(words.t, event);
    case 'ReportTalkWaived':
      return described(
        words.t('Besloten: de melding niet bespreken'),
        [words.t('Grond'), words.t(reportWaiverGrounds[event.ground])],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'ReportMade':
      return madeReport(words.t, event);
    case 'FeedbackRecorded':
      return described(
        words.t('Terugkoppeling van Veilig Thuis'),
        [words.t('Melding'), String(event.report)],
        [words.t('Stand'), words.t(feedbackOutcomes[event.outcome])],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Gesproken met'), event.spokeWith],
        [words.t('Wat Veilig Thuis doet'), event.decision, 'uitspraak'],
      );
    case 'HelpDecided':
      return decidedHelp(words.t, event);
    case 'ImprovementChecked':
      return described(
        words.t('Na de melding gekeken of het beter gaat'),
        [words.t('Melding'), String(event.report)],
        [words.t('Gaat het beter'), words.t(improvements[event.better]), 'mening'],
        [words.t('Waaraan te merken'), event.text],
        [words.t('Dag'), words.t.day(event.on)],
      );
    case 'ContinuesReported':
      return described(
        words.t('Het stopt niet of begint opnieuw'),
        [words.t('Wat'), event.what],
        [words.t('Dag'), words.t.day(event.on)],
      );
  }
};
