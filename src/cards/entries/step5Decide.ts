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
import { described, dutchDay, dutchMoment, yesNo, type Describing, type Description } from '../entry';

/** Why a melding is needed, beside the answers to the five questions. */
const otherReasons = {
  cannotProtect: 'Het kind genoeg beschermen lukt niet, of daarover is twijfel',
  continues: 'Het geweld stopt niet of begint opnieuw',
  earlierSafety: 'Eerder is vastgelegd dat het kind niet veilig is, en er is nog niet gemeld',
} as const satisfies Partial<Record<ReportReason, string>>;

export const reasonWords = (reason: ReportReason): string => {
  switch (reason) {
    case 'cannotProtect':
    case 'continues':
    case 'earlierSafety':
      return otherReasons[reason];
    case 'suspicion':
    case 'safety':
    case 'help':
    case 'acceptance':
    case 'result': {
      const { number, title } = questionOf(reason);
      return `Vraag ${number}, ${title.toLowerCase()}`;
    }
  }
};

/** What follows from the weighing. */
export const derivedWords = (necessary: DerivedReport['necessary']): string => {
  if (necessary === 'unknown') return 'De weging is nog niet af';
  return necessary ? 'Melden is nodig' : 'Melden is niet nodig';
};

type Of<T extends Step5Event['type']> = Extract<Step5Event, { type: T }>;

const decidedReport = (event: Of<'ReportDecided'>): Description =>
  described(
    event.report ? 'Besluit 1: melden' : 'Besluit 1: niet melden',
    ['Reden', event.reason, 'mening'],
    ['Volgens de weging', derivedWords(event.derived)],
    ['Omdat', event.because.map(reasonWords).join('. ')],
    ['Wijkt af van de norm', yesNo(event.departs)],
    ['Kunnen we het kind genoeg beschermen', weighAnswers[event.canProtect], 'mening'],
    ['Weging', event.round > 0 ? String(event.round) : 'Nog niet begonnen'],
  );

const discussedReport = (event: Of<'ReportDiscussed'>): Description =>
  described(
    'Melding besproken',
    ['Met', `${reportTalkPartners[event.with]}: ${event.who}`],
    ['Dag', dutchDay(event.on)],
    ['Uitleg', event.explained],
    ['Reactie', event.reaction, 'uitspraak'],
    ['Bezwaar', event.objection, 'uitspraak'],
    ['Bezwaar van', event.objectionOf],
    ['Wat we eraan doen', event.howMet],
    ['Bezwaar opgelost', event.objectionSolved === undefined ? undefined : yesNo(event.objectionSolved)],
    ['Gewogen: de aard', event.weighedNature, 'mening'],
    ['Gewogen: de ernst', event.weighedSeriousness, 'mening'],
    ['Gewogen: waarom melden nodig is', event.weighedNecessity, 'mening'],
    ['Bescherming geeft de doorslag', event.protectionPrevails && yesNo(event.protectionPrevails === 'ja'), 'mening'],
  );

const madeReport = (event: Of<'ReportMade'>): Description =>
  described(
    'Melding bij Veilig Thuis vastgelegd',
    ['Melding', String(event.number)],
    ['Gemeld op', dutchMoment(event.reportedAt)],
    ['Gemeld door', event.reportedBy],
    ['Gesproken met', event.spokeWith],
    // the day on which Veilig Thuis must have said what it decided.
    ['Veilig Thuis laat iets weten', `uiterlijk ${dutchDay(feedbackDue(event.reportedAt))}`],
    ['Wat wij zelf nog doen', event.agreements],
    ['Hoe', reportChannels[event.channel]],
    ['Kenmerk', event.reference],
    ['Het gezin hoort de naam van de melder', yesNo(!event.nameWithheld)],
    ['Waarom niet', event.withheldGround && withheldGrounds[event.withheldGround]],
    ['De ouders horen het achteraf', yesNo(event.direct)],
    ['Waarom het niet kon wachten', event.whyDirect],
  );

const decidedHelp = (event: Of<'HelpDecided'>): Description =>
  described(
    event.possible ? 'Besluit 2: zelf hulp bieden of regelen kan' : 'Besluit 2: zelf genoeg hulp bieden kan niet',
    ['De school kan dit', yesNo(event.schoolCan), 'mening'],
    ['De betrokkenen kunnen en willen dit', yesNo(event.familyCan), 'mening'],
    ['Reden', event.reason, 'mening'],
    ['Overlegd met Veilig Thuis', event.veiligThuisName],
    ['Op', event.veiligThuisOn && dutchDay(event.veiligThuisOn)],
    ['Overlegd met de betrokkenen op', event.familyOn && dutchDay(event.familyOn)],
    ['Waarom niet met de betrokkenen', event.familyGround && reportWaiverGrounds[event.familyGround]],
  );

/** Step 5 in words: both decisions with their reasons, the melding, and what came of it. */
export const describeStep5Decide = (event: Step5Event, _words: Describing): Description => {
  switch (event.type) {
    case 'ReportDecided':
      return decidedReport(event);
    case 'ReportDiscussed':
      return discussedReport(event);
    case 'ReportTalkWaived':
      return described(
        'Besloten: de melding niet bespreken',
        ['Grond', reportWaiverGrounds[event.ground]],
        ['Reden', event.reason, 'mening'],
      );
    case 'ReportMade':
      return madeReport(event);
    case 'FeedbackRecorded':
      return described(
        'Terugkoppeling van Veilig Thuis',
        ['Melding', String(event.report)],
        ['Stand', feedbackOutcomes[event.outcome]],
        ['Dag', dutchDay(event.on)],
        ['Gesproken met', event.spokeWith],
        ['Wat Veilig Thuis doet', event.decision, 'uitspraak'],
      );
    case 'HelpDecided':
      return decidedHelp(event);
    case 'ImprovementChecked':
      return described(
        'Na de melding gekeken of het beter gaat',
        ['Melding', String(event.report)],
        ['Gaat het beter', improvements[event.better], 'mening'],
        ['Waaraan te merken', event.text],
        ['Dag', dutchDay(event.on)],
      );
    case 'ContinuesReported':
      return described('Het stopt niet of begint opnieuw', ['Wat', event.what], ['Dag', dutchDay(event.on)]);
  }
};
