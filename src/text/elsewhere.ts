import type { NoticeKind } from '../protocol/notices';

/** What everybody in a school's channel may read: that something waits, not for whom or about whom (I-20). */
export const channelLines = {
  consultationAsked: 'Een collega is gevraagd om mee te denken. Kijk in je eigen gesprek met mij of jij dat bent.',
  weighingToConfirm: 'Er wacht een weging op de schoolleiding. Kijk in je eigen gesprek met mij.',
} as const satisfies Partial<Record<NoticeKind, string>>;
export type ChannelLine = keyof typeof channelLines;

/** What the bot says where others read along: in a channel or a group. */
export const sayElsewhere = {
  ownChat:
    'Ik werk alleen in een persoonlijk gesprek, zodat niemand meeleest. Wat je hier schreef, bewaar ik niet. Ging het over een kind? Haal je bericht dan weg: iedereen hier kan het lezen.',
  channelOnly: 'Berichten van de school kunnen alleen in een kanaal van een team.',
  channelForLeader: 'Alleen de schoolleider kan kiezen in welk kanaal ik berichten zet.',
  whichSchool: (names: string): string =>
    `Voor welke school? Typ ‘berichten hier voor’ met de naam erachter. Je kunt kiezen uit: ${names}.`,
  otherChannel:
    'De beheerder heeft voor deze school een ander kanaal vastgelegd. Vraag de beheerder om het te wijzigen.',
  channelChosen: (school: string): string =>
    `Goed. In dit kanaal zet ik voortaan korte berichten voor ${school}, zonder namen. Wil je dat niet meer? Noem mij en typ ‘geen berichten’.`,
  channelSilent: 'Goed. Ik zet geen berichten meer in dit kanaal.',
  /** Teams shows the whole team who added an app; this is the only name that ever stands in a channel. */
  addedBy: (name: string): string => `${name} heeft mij aan dit team toegevoegd.`,
  teamHello:
    'Ik help bij de meldcode, in een persoonlijk gesprek waar niemand meeleest. Noem je mij in een kanaal van dit team, dan wijs ik je de weg daarheen. Meer doe ik hier niet: ik lees niet mee, en ik zet hier niets over kinderen of collega’s. Ben je schoolleider en wil je hier korte berichten zonder namen? Noem mij en typ ‘berichten hier’. Dan zeg ik hier dat er iets wacht, en nooit wat of voor wie.',
} as const;
