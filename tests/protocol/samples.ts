import { before, consulted, leader, today, yesterday } from './given';
import { both, command, fact } from './sample';

/** Samples of exits, emergencies, steps 1 to 3 and closing. Those of steps 4 and 5 and of the plan are in laterSamples. */

export const opening = {
  number: 'MC-2026-7K3F9',
  schoolId: 'de-linde',
  pupil: { name: 'Sam de Vries', birthDate: '2017-05-01', group: 'groep 5' },
  about: 'onbekend',
} as const;
export const [openCase, opened] = both('openCase', 'CaseOpened', opening);

const aboutStaff = { aboutLeader: false, accused: 'accused', what: 'Wat er gebeurde' };
export const [reportStaffConcern, staffConcern] = both('reportStaffConcern', 'StaffConcernReported', {
  number: 'MC-2026-2B4C6',
  schoolId: 'de-linde',
  ...aboutStaff,
});
export const [moveToStaffExit, movedToStaffExit] = both('moveToStaffExit', 'MovedToStaffExit', aboutStaff);
export const [reportPupilConcern, pupilConcern] = both('reportPupilConcern', 'PupilConcernReported', {
  number: 'MC-2026-8D9F1',
  schoolId: 'de-linde',
  told: leader.id,
  what: 'Ruzie op het plein',
});
export const [recordConfidantAdvice, confidantAdvice] = both('recordConfidantAdvice', 'ConfidantAdviceRecorded', {
  on: today,
  advice: 'Meld het meteen',
});
export const [addFollowUp, followUp] = both('addFollowUp', 'FollowUpAdded', { on: today, text: 'Gesproken' });

const call = {
  calledAt: before,
  calledBy: 'Marieke',
  called: ['112', 'veilig-thuis'],
  spokeWith: 'Karin',
  agreed: 'De politie komt',
  immediateAction: false,
  reported: false,
} as const;
export const [recordEmergency, emergency] = both('recordEmergency', 'EmergencyRecorded', call);

export const [recordSignal, signal] = both('recordSignal', 'SignalRecorded', {
  text: 'Een blauwe plek op de arm',
  direction: 'wijst-op-zorg',
  category: 'LW',
  source: 'zelf',
  nature: 'feit',
  setting: 'klas',
  happenedOn: yesterday,
});
export const [confirmFlags, flagged] = both('confirmFlags', 'FlagsConfirmed', { flags: ['seksueel-misbruik'] });
export const [recordContact, contact] = both('recordContact', 'ContactRecorded', {
  withName: 'Moeder',
  withRole: 'ouder',
  way: 'gesprek',
  on: yesterday,
  content: 'Bij de deur over het weekend gesproken',
});
export const [recordChildVoice, childVoice] = both('recordChildVoice', 'ChildVoiceRecorded', {
  words: 'Ik wil niet naar huis',
  on: yesterday,
  during: 'klas',
});
export const [mapSignals, mapped] = both('mapSignals', 'SignalsMapped', { instrument: 'signalenlijst' });

export const askColleagues = command<'askColleagues'>({
  type: 'askColleagues',
  consultations: [{ id: 'c-1', to: consulted.id, role: 'leerkracht' }],
  question: 'Zie jij dit ook?',
  shared: 'Een blauwe plek',
  named: true,
});
export const asked = fact<'ConsultationRequested'>({
  type: 'ConsultationRequested',
  consultation: 'c-1',
  to: consulted.id,
  role: 'leerkracht',
  question: 'Zie jij dit ook?',
  shared: 'Een blauwe plek',
  named: true,
});
export const [seeConsultation, seen] = both('seeConsultation', 'ConsultationSeen', { consultation: 'c-1' });
export const [answerConsultation, answered] = both('answerConsultation', 'ConsultationAnswered', {
  consultation: 'c-1',
  recognises: 'ja',
  advice: 'Praat met de ouders',
});
export const [addToConsultation, addedTo] = both('addToConsultation', 'ConsultationAddedTo', {
  consultation: 'c-1',
  addition: 'Ik zag het vandaag weer',
});
export const [declineConsultation, declined] = both('declineConsultation', 'ConsultationDeclined', {
  consultation: 'c-1',
  reason: 'Ik ken het kind niet',
});
export const [withdrawConsultation, withdrawn] = both('withdrawConsultation', 'ConsultationWithdrawn', {
  consultation: 'c-1',
});
export const [recordOutsideConsultation, outsideConsultation] = both(
  'recordOutsideConsultation',
  'OutsideConsultationRecorded',
  {
    withName: 'Ilse',
    role: 'intern-begeleider',
    on: yesterday,
    context: 'leerlingbespreking',
    named: true,
    content: 'De signalen',
    advice: 'Praat met de ouders',
  },
);
export const [recordVeiligThuisContact, veiligThuisContact] = both(
  'recordVeiligThuisContact',
  'VeiligThuisContactRecorded',
  { contactAt: before, spokeWith: 'Karin', anonymous: true, advice: 'Praat met de ouders', immediateAction: false },
);
export const [recordInjuryExpert, injuryExpert] = both('recordInjuryExpert', 'InjuryExpertConsulted', {
  on: yesterday,
  expert: 'Forensisch arts',
  where: 'Bovenarm',
  description: 'Ronde plek',
  outcome: 'Past niet bij een val',
});
export const [recordConsent, consent] = both('recordConsent', 'ConsentRecorded', {
  id: 'k-1',
  parent: 'Moeder',
  custody: 'een',
  on: yesterday,
  purpose: 'Bespreking in het zorgteam',
  outcome: 'schriftelijk',
  keptAt: 'Leerlingdossier',
});
export const [acceptSingleConsent, singleConsent] = both('acceptSingleConsent', 'SingleConsentAccepted', {
  reason: 'Vader is niet te vinden',
});
export const [recordTeamDiscussion, teamDiscussed] = both('recordTeamDiscussion', 'TeamDiscussed', {
  id: 't-1',
  team: 'zorgteam',
  mode: 'open',
  outsiders: false,
  on: today,
  present: 'Ilse en de wijkcoach',
  assessment: 'Zorgelijk',
  agreements: 'De wijkcoach belt',
});
export const [informParent, parentInformed] = both('informParent', 'ParentInformed', {
  about: 't-1',
  on: today,
  content: 'Wat het team vond',
  nextSteps: 'De wijkcoach belt',
});
export const [waiveInforming, informingWaived] = both('waiveInforming', 'InformingWaived', {
  about: 't-1',
  ground: 'veiligheid',
  reason: 'Vader dreigt',
});
export const [askSupport, supportAsked] = both('askSupport', 'SupportAsked', { step: 3, question: 'Wie gaat er mee?' });

export const [planConversation, talkPlanned] = both('planConversation', 'ConversationPlanned', {
  with: 'ouder',
  talkAt: '2026-11-26T14:00:00.000Z',
});
export const [recordConversation, parentTalk] = both('recordConversation', 'ConversationRecorded', {
  id: 'g-1',
  with: 'ouder',
  talkAt: '2026-11-24T08:00:00.000Z',
  place: 'School',
  present: 'Moeder en Ilse',
  second: 'Ilse',
  goal: 'Zorgen delen',
  facts: 'De blauwe plek',
  reaction: 'Moeder schrikt',
  agreements: 'Volgende week weer',
  outcome: 'onveranderd',
});
export const [recordSignature, signature] = both('recordSignature', 'SignatureRecorded', {
  conversation: 'g-1',
  person: 'Moeder',
  state: 'ondertekend',
  on: today,
});
export const [waiveConversation, talkWaived] = both('waiveConversation', 'ConversationWaived', {
  ground: 'veiligheid',
  atRisk: ['leerling'],
  reason: 'Vader dreigt',
  veiligThuisConsulted: true,
});

export const [closeCase, closed] = both('closeCase', 'CaseClosed', {
  outcome: 'geen-actie-nodig',
  reason: 'Er is een goede uitleg',
  missing: {},
});
export const [reopenCase, reopened] = both('reopenCase', 'CaseReopened', { reason: 'Nieuwe zorgen' });
const moved = { to: 'De Beuk', ground: 'schriftelijk', proof: 'In de map', on: today, how: 'Persoonlijk' } as const;
export const transferFile = command<'transferFile'>({ type: 'transferFile', ...moved });
export const transferred = fact<'FileTransferred'>({ type: 'FileTransferred', ...moved, number: 1 });
export const [confirmReceipt, receiptConfirmed] = both('confirmReceipt', 'ReceiptConfirmed', {
  transfer: 1,
  receiver: 'De directeur',
  on: today,
});
export const [holdFile, held] = both('holdFile', 'FileHeld', { until: '2027-06-01', reason: 'Er loopt een klacht' });
const destruction = {
  ground: 'termijn',
  reason: 'Niet meer nodig',
  reviewed: true,
  months: 24,
  notBeforeAge: 0,
} as const;
export const destroyFile = command<'destroyFile'>({ type: 'destroyFile', ...destruction });
export const destroyed = fact<'DestructionDecided'>({ type: 'DestructionDecided', ...destruction, as: 'leider' });
export const [correctEntry, corrected] = both('correctEntry', 'EntryCorrected', {
  entry: 1,
  text: 'Het was de linkerarm',
  reason: 'Vergissing',
});
