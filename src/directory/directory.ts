import type { PersonId, Role, SchoolId } from '../protocol/roles';
import type { TermSettings } from '../protocol/terms';

/** Whom people call or write, as the board laid it down (I-28). Phone numbers are text, as people read them. */
export interface Contacts {
  veiligThuis: { phone: string; site: string };
  /** Life danger: always 112. */
  emergency: string;
  /** Police, no emergency. */
  police: string;
  /** Vertrouwensinspecteur of the Inspectie van het Onderwijs, during office hours. */
  vertrouwensinspecteur: string;
  kindertelefoon: string;
  externalConfidant?: { name: string; phone: string };
  boardPhone?: string;
  /** Sentence that says how to reach help outside office hours. */
  crisisService: string;
}

/** Names of the teams of the support route, by sub-region. */
export interface TeamNames {
  step3: string;
  step4: string;
}

export interface School {
  id: SchoolId;
  name: string;
  subRegion: string;
  teamNames: TeamNames;
  /** Roles that may be asked for advice in step 2, by the school's internal agreement. */
  consultation: readonly Role[];
  /** Teams channel for name-free notices. */
  channel?: { id: string; name?: string };
}

/** What somebody is at one school. `group`: the class. `deputy`: who takes over while the person is absent. */
export interface Post {
  schoolId: SchoolId;
  roles: readonly Role[];
  group?: string;
  absent: boolean;
  deputy?: PersonId;
}

export interface Person {
  id: PersonId;
  name: string;
  posts: readonly Post[];
  boardRoles: readonly Role[];
}

/** The board's schools and people. Ids of people are compared without regard to case and given back in lower case. */
export interface Directory {
  tenantId: string;
  /**
   * `terms`: after how many days people are reminded, and when not. `oneDrive`: whether somebody may take a document into
   * their own OneDrive, outside the protected store.
   */
  board: { name: string; contacts: Contacts; terms: TermSettings; oneDrive: boolean };
  person(id: PersonId): Person | undefined;
  /** Everybody, in the order of the file. */
  people(): Person[];
  school(id: SchoolId): School | undefined;
  schools(): School[];
  /** Roles at this school, board roles and those of an absent colleague they stand in for included; none for a stranger or an unknown school. */
  rolesAt(id: PersonId, schoolId: SchoolId): Role[];
  /** Everybody who has one of the roles at this school, in the order of the file; for 'bestuur' the people of the board. */
  withRole(schoolId: SchoolId, roles: readonly Role[]): Person[];
  /** Everybody who stands at the board, whatever their role there. */
  boardPeople(): Person[];
}
