import type { CaseEvent, CaseFile } from '../protocol/caseFile';
import type { Actor, PersonId, Role, SchoolId } from '../protocol/roles';
import type { SamePupil } from '../protocol/samePupil';
import type { TermSettings } from '../protocol/terms';
import type { Instant, LocalDate } from '../protocol/time';
import type { Tongue } from '../text/tongue';

/** A person as a card names them. */
export type Colleague = { id: PersonId; name: string; roles: readonly Role[] };

/** Whom people call, as the board laid it down (I-28). */
export type ContactView = {
  veiligThuis: { phone: string; site: string };
  emergency: string;
  police: string;
  vertrouwensinspecteur: string;
  kindertelefoon: string;
  crisisService: string;
  externalConfidant?: { name: string; phone: string };
  boardPhone?: string;
};

/** The people and words of one school, looked up when the card is made. */
export type SchoolView = {
  id: SchoolId;
  name: string;
  boardName: string;
  /** Every school of the board, for where brothers and sisters are. */
  boardSchools: readonly { id: SchoolId; name: string }[];
  /** Names of the teams of the support route here. */
  teamNames: { step3: string; step4: string };
  colleagues: readonly Colleague[];
  /** Roles that may be consulted by the school's own agreement. */
  consultable: readonly Role[];
  contacts: ContactView;
  /** After how many days people are reminded here. */
  terms: TermSettings;
  nameOf: (this: void, id: PersonId) => string;
  /** How the reader is spoken to. */
  t: Tongue;
};

/** One recorded fact with its place in the file. */
export type Entry = { seq: number; event: CaseEvent };

/** Somebody saw something of the file; `what` is the card's name, or that of a document. */
export type Look = { at: Instant; by: PersonId; what: string };

/** What was decided about two files that may be about the same pupil. */
export type PupilDecision = { as: SamePupil; why: string };

/** Everything a card may be made from. `about`: what the way that led here points to (a consultation, a report …). */
export type FormContext = {
  /** Empty on a caseless form. */
  caseId: string;
  file: CaseFile;
  viewer: Actor;
  school: SchoolView;
  /** How the viewer is spoken to. */
  t: Tongue;
  now: Instant;
  today: LocalDate;
  about?: string;
  /** Who was not reached with a message of this case, or perhaps not; only on the overview. */
  unreached?: readonly { person: PersonId; perhaps: boolean }[];
  /** Cases of brothers and sisters, or of the same pupil, that the viewer may see too, and who linked them; only for forms that ask for it (`links`). */
  links?: readonly { caseId: string; title: string; at: Instant; by: PersonId; pupil?: PupilDecision }[];
  /** Files that may be about the same pupil, and what was decided about that; only for forms that ask for it (`pairs`). */
  pairs?: readonly {
    caseId: string;
    file: CaseFile;
    decided?: { at: Instant; by: PersonId; pupil?: PupilDecision };
  }[];
  /** Other cases with steps that the viewer may see, latest first; only for forms that ask for it (`others`). */
  others?: readonly { caseId: string; title: string }[];
  /** Schools where the viewer has a post; only on caseless forms. */
  schools?: readonly { id: SchoolId; name: string }[];
  /** The whole history, only for forms that ask for it (`history: true`); else empty. */
  entries: readonly Entry[];
  /** In a practice nobody reads along and nothing is kept. */
  practised?: true;
  /** Who looked at the file, oldest first; only for forms that ask for it (`looks: true`). */
  looks?: readonly Look[];
};

/** Values that fill inputs; every input of a template that is not named is empty. */
export type Inputs = Readonly<Record<string, string>>;

/** A press of a button, as far as an answer may know of it. `key` is the one-time key of the card. */
export type Press = { key: string; caseId: string; by: PersonId; now: Instant; today: LocalDate; school: SchoolView };
