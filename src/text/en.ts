import type * as nl from './nl';

/** The English of `refusals` in nl.ts: why something was not recorded, and what to do. */
export const refusals: typeof nl.refusals = {
  'no-such-case': 'This case does not exist, or you have no access to it.',
  'case-closed': 'This case is closed. Reopen the case first, or choose ‘It is not stopping’.',
  'case-open': 'This case is already open.',
  'steps-frozen': 'This case does not follow the step plan. The steps cannot be used.',
  'not-your-role': 'Someone with a different role in this case can do this.',
  'already-answered': 'This has already been answered or withdrawn. Nothing has changed.',
  'not-asked': 'This question is not waiting for you, or no longer is.',
  'in-the-future': 'This day or time is in the future. Fill in when it was.',
  'flag-needs-reason': 'Write down why this suspicion lapses.',
  'flags-changed': 'A signal has been added in the meantime. Look again at what the suspicion is.',
  'unknown-colleague': 'Choose a colleague from the list.',
  'asked-yourself': 'You cannot ask this of yourself or about yourself. Choose someone else.',
  'outside-needs-ground':
    'This colleague does not work at the school. Ask without the name, or first record consent or a reason.',
  'anonymous-needs-reason': 'Write down why you are discussing the pupil anonymously.',
  'consent-needed':
    'An open discussion needs the written consent of the parents. Record that first, or discuss anonymously.',
  'consent-needs-place': 'Write down where the paper with the consent is kept.',
  'nothing-to-tell': 'The parent does not need to be told about this any more. It has already been done.',
  'report-details-needed': 'You can only report in the same call if you spoke to Veilig Thuis.',
  'veilig-thuis-first':
    'Wait with the talk with the parent. First call Veilig Thuis urgently and record that contact. After that the talk is possible.',
  'flags-undecided':
    'A signal points to sexual abuse, genital mutilation or honour-related violence. Look at that first, or call Veilig Thuis first.',
  'second-or-reason': 'Do not hold this talk alone. Fill in who was there with you, or why you were alone.',
  'at-risk-needed': 'Choose who it is not safe for.',
  'weighing-changed': 'Something in this weighing has changed in the meantime. Look at the new card.',
  'weigh-again': 'This answer is fixed. If you now see it differently, start a new weighing.',
  'refusal-must-be-weighed': 'A parent refused consent. Write down how you weigh that.',
  'with-veilig-thuis': 'You go through this question together with Veilig Thuis. Fill in with whom and when.',
  'four-eyes': 'You did the weighing yourself. Someone else in the leadership confirms.',
  'nothing-to-confirm': 'There is nothing to confirm yet.',
  'weighing-incomplete':
    'Not reporting is only possible when the weighing is finished. Finish the five questions first.',
  'leader-first': 'The head teacher has not confirmed the weighing yet. After that you can decide not to report.',
  'only-leader-departs':
    'According to the weighing, a report is needed. Only the head teacher can depart from that, with a written reason.',
  'departure-needs-veilig-thuis':
    'Departing from this is only possible after contact with Veilig Thuis. Record that contact first.',
  'decision-1-first': 'Take decision 1 first: is a report needed? After that decision 2.',
  'help-needs-veilig-thuis':
    'A report is needed. Take this decision together with Veilig Thuis: fill in with whom and when.',
  'help-needs-family': 'A report is needed. Fill in when you spoke to those involved, or why that was not possible.',
  'not-at-this-age': 'This talk does not suit the age of the pupil.',
  'objection-must-be-weighed':
    'There is an objection that has not been resolved. Weigh it: the nature, the seriousness, why a report is needed, and what counts more.',
  'parents-not-told':
    'Discuss the report with the parents first, or record why that is not possible. If it really cannot wait, fill in why.',
  'signals-not-discussed':
    'The signals have not been discussed with the parents yet (step 3). Record the talk, or why there will be no talk.',
  'withheld-needs-ground': 'Choose why the family does not hear your name.',
  'plan-needs-term': 'Choose a day in the future on which the effect must be noticeable.',
  'plan-needs-goal': 'Write down at least one concrete result.',
  'plan-needs-roles': 'Write down who has which role.',
  'plan-needs-casemanager': 'Choose a case manager.',
  'plan-needs-task': 'Write down what the case manager does.',
  'no-plan': 'There is no help plan yet.',
  'no-such-entry': 'This is not open in the case, or no longer is.',
  'monitoring-needed': 'First agree how you will keep following safety.',
  'not-this-outcome': 'This case cannot close in this way now.',
  'more-recorded': 'There is already something in this case. Close the case in the usual way.',
  'report-open': 'Closing is not possible yet: a report is needed that has not been made yet.',
  'feedback-open': 'Closing is not possible yet: Veilig Thuis has not given feedback yet.',
  'missing-steps-need-reason': 'For each step that was skipped, write down why.',
  'nothing-to-remind': 'We do not need to remind anyone of this any more. It has already been done.',
  'reason-needed': 'Write down why.',
  'not-later': 'Choose a day that is still to come.',
  'too-far':
    'It cannot be postponed that far. If it is about safety or Veilig Thuis, a week at most. Otherwise four weeks at most.',
  'review-first': 'Look in the file first. Then tick that you have done so.',
  'still-followed':
    'Something in this case is still going on, such as agreements on safety or the feedback from Veilig Thuis. Finish that first.',
  'kept-until-later': 'It cannot be destroyed yet: this file is kept until the day that is shown with it.',
  'held-too-long': 'It cannot be kept that long in one go. Choose a day within five years; then you look at it again.',
  'two-keepers-needed':
    'Choose two different colleagues. At least one of the two is in the leadership or is the support coordinator.',
  'locked-to-two': 'This case is for two people. Ask the other one of you two, or call Veilig Thuis.',
};

/** What helps most now, on the hub. Advice, never a lock. */
export const advices: typeof nl.advices = {
  reportNow: 'Call Veilig Thuis now and make a report. Then record the report.',
  tellParentsAfterwards:
    'A report was made without the parents knowing. Tell them now, or record why that is not possible.',
  decideFlags: 'A signal points to something for which you call Veilig Thuis first. Check whether that is right.',
  callVeiligThuisFirst: 'Call Veilig Thuis urgently, before you talk with the parent.',
  recordFirstSignal: 'Record what you saw or heard.',
  mapSignals: 'Have all signals been mapped? Then finish step 1.',
  consultColleague: 'Discuss the signals with a colleague, for example the support coordinator (IB’er).',
  waitForColleague: 'Your colleague has been asked. Meanwhile you can simply continue.',
  talkWithParent: 'Prepare the talk with the parent.',
  otherCauseClose: 'The concerns have another cause. You can close the case.',
  assessRisk: 'Weigh what you know now: how great is the risk, and how serious?',
  weigh: 'Continue with the five questions.',
  contactVeiligThuis: 'You are unsure. Call Veilig Thuis and then answer the question again.',
  waitForLeader: 'The head teacher has been asked to confirm the weighing.',
  talkWithLeader: 'The head teacher wants to discuss it first. Make an appointment.',
  closeNoAction: 'No action is needed. You can close the case.',
  decideReport: 'Take decision 1: is a report needed?',
  makeReport: 'Make the report and record it.',
  recordFeedback: 'Ask Veilig Thuis for feedback and record it.',
  decideHelp: 'Take decision 2: can we offer or arrange help ourselves?',
  makePlan: 'Make the help plan: goals, time limit, tasks and a case manager.',
  tellParentOutcome: 'Tell the parent what was discussed or agreed.',
  followHelp: 'Follow how things are going. On the agreed day you answer question 5.',
  agreeMonitoring: 'Agree how you will keep following safety.',
  closeCase: 'Everything has been done. You can close the case.',
  nothing: 'Nothing is needed now.',
};

/** A notice says that something happened, never what (house rule 8). */
export const notices: typeof nl.notices = {
  consultationAsked: 'A colleague asks you to help think something through.',
  consultationAnswered: 'Your colleague has answered your question.',
  consultationAddedTo: 'Your colleague has added something to the answer to your question.',
  consultationDeclined: 'Your colleague cannot answer your question. Ask someone else.',
  consultationWithdrawn: 'A colleague has withdrawn a question to you. You do not have to do anything any more.',
  supportAsked: 'A colleague asks for support.',
  secondInvited: 'A colleague asks you to join a talk.',
  leaderInformed:
    'A colleague is weighing a concern and wants you to know. You can read along. When the weighing is finished, I will ask you to confirm it.',
  weighingToConfirm: 'A weighing is ready for you to confirm.',
  directReport: 'Urgent: there is something you need to know now.',
  noAction: 'For information: after weighing, no action is needed in a case.',
  weighingConfirmed: 'The leadership has confirmed the weighing.',
  talkRequested: 'The leadership wants to discuss it with you first.',
  departed: 'The leadership has taken a decision. Read the reason.',
  reportMade: 'For information: a report has been recorded.',
  emergency: 'Urgent: a colleague has recorded an emergency.',
  staffExit: 'Urgent: something has been reported to you. Read it now.',
  pupilExit: 'A colleague reports something between pupils to you.',
  casemanagerAsked: 'You have been asked to be case manager.',
  taskGiven: 'You have been given a task in a plan.',
  termPassedOn: 'A colleague asks you to take over something that must be done now.',
  concernSeen: 'Your concern has been seen.',
  ownerAsked: 'A case has been handed over to you. You are now responsible for it.',
  ownerMoved: 'A case of yours has been handed over to a colleague. You do not have to do anything more for it.',
  casemanagerMoved: 'Another case manager has been chosen.',
  casemanagementDeclined: 'A colleague cannot be case manager. Choose someone else.',
  resultNegative: 'The help does not give the agreed result. See what is needed.',
  continues: 'Urgent: something is not stopping or is starting again. See what is needed.',
  caseClosed: 'For information: a case has been closed.',
  caseReopened: 'For information: a case is open again.',
  samePupil: 'Two files may be about the same pupil. See whether that is so, and decide how to go on.',
  ownPupil:
    'There is already a case about the same pupil, and you may see it. If it is still open, go on there. If it is closed, you can reopen it.',
  secondLeft: 'A colleague who was going to join a talk no longer works at this school. Ask somebody else.',
  taskLeft: 'A colleague with a task in a plan no longer works at this school. Agree who takes it over.',
  caseLocked: 'A case is now only for you and one colleague. Discuss it with nobody else at school.',
  caseUnlocked: 'For your information: a case can be read again by everyone with a role in it.',
  keeperNeeded: 'A case is for two people, and one of the two is no longer there. Name a second person.',
};

/** A term that has come. */
export const reminders: typeof nl.reminders = {
  feedback: 'Five working days after the report: have you heard anything from Veilig Thuis?',
  feedbackOverdue: 'Veilig Thuis has not given feedback yet. Call and record what you hear.',
  tellParents: 'A report was made without the parents knowing. Tell them, or record why not.',
  afterReport: 'Some time after the report: are things better? If needed, contact Veilig Thuis again.',
  result: 'The agreed day is here. Answer question 5: has the help worked?',
  resultOverdue: 'Question 5 has not been answered yet. Ask how things are going.',
  interimTalk: 'Have an interim talk with the parent about how it is going.',
  endTalk: 'Discuss with the parent what the help has achieved.',
  arrival: 'Ask whether the parent has reached the help.',
  monitoring: 'Check whether it is safe, as agreed.',
  tellOutcome: 'The parent does not know yet what was discussed. Tell them, or record why not.',
  unanswered: 'A question between colleagues is still open.',
  expired: 'A colleague has not answered. Ask someone else, or withdraw the question.',
  unconfirmed: 'A weighing is still waiting for confirmation.',
  parentContact: 'No contact with the parent has been recorded for some time.',
  stalled: 'Nothing has happened in a case for some time. See what the next step is.',
  receipt: 'A file went to another school. Ask whether it has arrived.',
  retention: 'The retention period of a file is over. See whether it may be destroyed, or is still needed.',
};

/** What a running term is about, on the hub. */
export const termLabels: typeof nl.termLabels = {
  feedback: 'feedback from Veilig Thuis',
  feedbackOverdue: 'call Veilig Thuis for feedback',
  tellParents: 'tell the parents about the report',
  afterReport: 'see how things are after the report',
  result: 'question 5: has the help worked?',
  resultOverdue: 'ask about question 5',
  interimTalk: 'interim talk with the parent',
  endTalk: 'discuss the result with the parent',
  arrival: 'ask whether the parent has reached the help',
  monitoring: 'check whether it is safe',
  tellOutcome: 'tell the parent the outcome',
  unanswered: 'answer from a colleague',
  expired: 'ask someone else',
  unconfirmed: 'confirmation by the head teacher',
  parentContact: 'contact with the parent',
  stalled: 'see what the next step is',
  receipt: 'confirmation from the other school',
  retention: 'see whether the file may be destroyed',
};

export const readers: typeof nl.readers = {
  owner: 'the colleague whose case it is',
  leader: 'the school leadership',
  ibEr: 'the support coordinator (IB’er)',
  casemanager: 'the case manager',
  board: 'the board',
  told: 'whoever received the report',
  keeper: 'the other one of you two',
};

const listed = new Intl.ListFormat('en-GB');

/** The bot's own sentences. */
export const say: nl.Say = {
  /** Shown in previews and on lock screens: neutral on purpose (I-20). */
  preview: 'A message is waiting for you.',
  notForYou: 'This overview is for the school leadership and the board.',
  noAddress: 'You cannot get documents yet. Ask the administrator of the bot to set the address.',
  oneDriveAsked: 'Teams asks below whether the document may go to your OneDrive.',
  oneDriveWhat:
    'A copy in your own OneDrive, outside the secure storage. The rules of your school on keeping files apply there too.',
  oneDriveOff: 'Your board does not allow documents in OneDrive. Get the document in your browser.',
  oneDriveAway: 'Teams cannot ask this now. Get the document in your browser.',
  oneDriveBusy: 'The document is going to your OneDrive now. If it is not there in a minute, try again.',
  oneDriveDone:
    'The document is in your OneDrive, outside the secure storage. The rules of your school on keeping files apply there too. If a file is destroyed, this copy remains. Remove it yourself when you no longer need it.',
  oneDriveRefused:
    'The document did not arrive in your OneDrive. Nothing is there, not even half of it. Try again, or get it in your browser.',
  oneDriveUnsure:
    'I did not hear whether the document arrived. Look in your OneDrive; half of it is never there. If it is not there, try again.',
  oneDriveElsewhere: 'This address is not of OneDrive. Nothing has been sent. Get the document in your browser.',
  oneDriveDeclined: 'All right, nothing goes to your OneDrive. You can still get it in your browser.',
  oneDriveGone: 'This question is no longer valid. Nothing has gone to OneDrive. Get the document ready again.',
  oneDriveAnswered: 'This question has already been answered. Nothing goes to OneDrive again.',
  cardStays: 'The card is below. What you already typed is still there.',
  notUnderstood:
    'I do not understand that. Type ‘I am worried’ to start, ‘my cases’ or ‘help’. Do not write names or signals here; the cards are for that.',
  dontTypeHere: 'I do not record what you type here. Use the card below, then it goes into the file.',
  noFiles:
    'I do not accept photos and files; I have kept nothing. Please delete the message above yourself. Write down what you saw: where, how big, what colour. Unsure about an injury? Ask Veilig Thuis or an injury expert for advice.',
  anotherChild: 'Another child: new case',
  stopped: 'All right, I will stop. What has already been recorded is kept. Type ‘my cases’ to continue later.',
  lostThread: 'I lost the thread for a moment. Nothing has been lost. Here is the overview.',
  noCases: 'You have no cases. Type ‘I am worried’ to start.',
  noRequests: 'Nothing is waiting for you.',
  unknownButton: 'I no longer know this button. Open the overview and try again.',
  noCase: 'This case does not exist, or you have no access to it.',
  recorded: 'It has been recorded. Type ‘overview’ to continue.',
  alreadyRecorded: 'This had already been recorded. Nothing has changed.',
  busy: 'Someone else is working in this case now. Your text is still there; try again in a moment.',
  fault: (reference: string): string =>
    `Something went wrong and nothing has been recorded. Your text is still there; try again in a moment. Reference: ${reference}. If it is urgent: call 112 or Veilig Thuis 0800-2000.`,
  unsure: (reference: string): string =>
    `The files are not answering now. Look in the overview later to see whether it has been recorded. If it is not there, press the button once more; nothing goes in twice. Reference: ${reference}. If it is urgent: call 112 or Veilig Thuis 0800-2000.`,
  damaged: (reference: string): string =>
    `What has been recorded here is damaged. That is why I do not show it. Nothing has been erased; the administrator can look into this. Mention this reference: ${reference}. If it is urgent: call 112 or Veilig Thuis 0800-2000.`,
  locked: (reference: string): string =>
    `The files do not open now: the key cannot be reached. Nothing has been lost and nothing has been recorded. Try again later. If it does not work then, call the administrator and mention this reference: ${reference}. If it is urgent: call 112 or Veilig Thuis 0800-2000.`,
  tooFast: 'That is going too fast. Wait a moment and try again; what you typed stays.',
  slow: 'This is taking longer than usual. Look in the overview later to see whether it has been recorded. If it is not there, press the button once more. Nothing goes in twice. If it is urgent: call 112 or Veilig Thuis 0800-2000.',
  noGuests:
    'This bot is only for members of staff, not for guest accounts. Ask the administrator for an account of your own.',
  tooBig: 'This text is too long to save. Make it shorter.',
  inChannel:
    'I only work in a personal chat, so that nobody reads along. Open a chat with me. Do not write anything about a child here.',
  place: (step: number | undefined, beside: string, pupil: string): string =>
    [step ? `Step ${step} of 5` : beside, pupil].filter((part) => part !== '').join(' · '),
  takes: (minutes: number): string =>
    minutes < 1 ? 'Less than a minute.' : `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  readBy: (others: readonly string[]): string =>
    others.length === 0
      ? 'Goes into the file. Only you read it now.'
      : `Goes into the file. Also read by ${listed.format(others)}.`,
  answerReadBy: `Goes into the case. Read by ${listed.format([readers.owner, readers.leader, readers.ibEr])}, and a case manager if there is one.`,
  notTheLeaders: 'Is it about the leadership? Then only the board reads along.',
  readByTwo: 'Goes into the file. After this only the two people you choose read it.',
  readByPosts: 'Goes into the file. After this everyone with a role in this case reads it.',
  goneWithFile: 'Your reason goes with the file. Only a proof without names is left.',
  onlyPractice: 'You are practising: nobody reads this and nothing of it is kept.',
  /** Of the board's contacts. */
  footer: ({ emergency, veiligThuis: { phone } }: { emergency: string; veiligThuis: { phone: string } }): string =>
    `Emergency: call [${emergency}](tel:${emergency}). Veilig Thuis: [${phone}](tel:${phone.replace(/\D/g, '')}), day and night.`,
  hideOrShow: 'Hide or show',
  hiddenHere: 'Hidden. What you typed is still there.',
  practiceOver: 'This practice is over and has been erased. Type ‘practise’ to start again.',
  practiceStopped: 'The practice has stopped. Nothing had been filled in yet. Type ‘practise’ to start again.',
  practiceBeside: 'Please note: the card below is real. Your practice is still running; those cards are above.',
  practiceEmergency:
    'Please note: the card below is not part of your practice. Only call if something is really wrong.',
  practiceNoPaper: 'In a practice I make no documents. In a real case you get them here.',
  noticeTitle: 'Message for you',
  digest: (count: number, oldest: string): string =>
    count === 1
      ? `One thing is waiting for you, since ${oldest}.`
      : `${count} things are waiting for you. The oldest since ${oldest}.`,
  digestOff: 'All right, you will get no more daily messages. If you want them again, type ‘daily message on’.',
  digestOn:
    'All right. On school days you will hear in the morning whether anything is waiting for you. If you do not want that, type ‘daily message off’.',
  moreWaits: 'More is waiting for you today. Look in your requests.',
  unreached: (name: string): string => `${name} has not been reached. Please call them yourself.`,
  perhapsUnreached: (name: string): string => `${name} may not have been reached. Please check with them.`,
  notReached: (name: string): string => `${name} has not been reached with a message. Please call them yourself.`,
  notInstalled: (name: string): string =>
    `${name} has not been reached: ${name} does not have the bot in Teams yet. Ask ${name} to open the Meldcode app; then your message will still arrive. If it cannot wait, please call them yourself.`,
  leftSchool: 'This colleague is no longer listed at this school in the school directory.',
  taskOfLeft:
    'A colleague with a task in this plan is no longer in the school directory of this school. Agree who takes over the task.',
  chooseSamePupil: 'Choose how to go on.',
  whyApart: 'Write down why the two files stay apart from each other.',
  siblingElsewhere:
    'This child is at another school. A case there is begun by somebody who works there. Call the support coordinator or the head teacher of that school.',
  invited: (by: string, when: string): string =>
    `${by} asks you to join a talk: ${when}. Ask ${by} yourself what it is about.`,
};
