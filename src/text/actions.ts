import type { ActionRefusal } from '../protocol/actions';

/** What stands in the way of recording something on the list of actions. */
export const actionRefusals: Readonly<Record<Exclude<ActionRefusal, 'not-theirs'>, string>> = {
  'action-ended': 'Deze actie was al afgerond. Er is niets veranderd.',
  'day-passed': 'Deze dag is al voorbij. Kies een dag die nog komt.',
  'day-too-far': 'Kies een dag binnen twee jaar. Loopt het langer? Zet dan later een nieuwe actie op de lijst.',
  'list-full': 'De lijst van dit schooljaar is vol. Zeg dit tegen de beheerder van de bot.',
};

export const sayOfActions = {
  recorded: 'Vastgelegd.',
  empty: 'Er staan nog geen acties op deze lijst.',
  ownEmpty: 'Je hebt geen open acties.',
  /** Above every field of the list that people write in. */
  warning:
    'Schrijf hier niets over een kind, een gezin of een zaak. Deze lijst hoort bij geen dossier en wordt door anderen gelezen.',
  outdated: 'Deze kaart klopt niet meer. Open de lijst en probeer het opnieuw.',
  noCases: 'Noem hier geen zaaknummer: de lijst hoort bij geen dossier.',
  what: 'Schrijf op wat er gaat gebeuren.',
  topic: 'Kies waar het over gaat.',
  who: 'Kies wie dit doet.',
  due: 'Kies een dag.',
  reason: 'Schrijf op waarom.',
  result: 'Schrijf op wat ervan kwam.',
  request: (what: string): string => `Actie: ${what}`,
  until: (day: string): string => `Uiterlijk ${day}`,
} as const;

type Wide<T> = T extends string ? string : T;
/** The same sentences in another language. */
export type SayOfActions = { readonly [Name in keyof typeof sayOfActions]: Wide<(typeof sayOfActions)[Name]> };
