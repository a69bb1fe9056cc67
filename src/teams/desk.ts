import { randomUUID } from 'node:crypto';
import { isCaseId } from '../casefile/appendRules';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { AccessLog } from '../casefile/accessLog';
import type { CaseStore, Head } from '../casefile/caseStore';
import { composeForm, type Attempt } from '../cards/compose';
import type { Entry, FormContext, Inputs, Look, SchoolView } from '../cards/context';
import { formOf, isFormName, type FormName } from '../cards/forms';
import { hubFor } from '../cards/hub';
import { schoolWithin } from '../cards/lock';
import type { Card, RenderCard } from '../cards/render';
import type { Tongue } from '../text/tongue';
import type { Directory, Person } from '../directory/directory';
import type { Desk, FormRequest } from '../dialogs/turn';
import { emptyCase, type CaseFile } from '../protocol/caseFile';
import { maySeeFile, standings, type SchoolId } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import { messageCard, type Next } from './lines';
import { unreachedIn, type Unreached } from './unreached';
import { besideOf } from './besideCase';
import { actorAt, boardView, schoolsOf, schoolView } from './people';

export type DeskTools = {
  directory: Directory;
  store: CaseStore;
  render: RenderCard;
  now: () => Instant;
  accessLog: AccessLog;
  familyLinks: Pick<FamilyLinks, 'of'>;
  /** Messages of a case that did not arrive. */
  undelivered: Unreached;
  /** Cards of a practice say that nobody reads along. */
  practised?: true;
};

/** Cards that a consulted colleague opens without seeing the file (I-21). */
const forConsulted: readonly FormName[] = ['step2-consult/answer', 'step2-consult/addition', 'step2-consult/decline'];

/** What one person may see and ask for in one turn. Every card is made from the file and the roles of this moment. */
export class PersonalDesk implements Desk {
  constructor(
    private readonly tools: DeskTools,
    readonly person: Person,
    /** How this person is spoken to. */
    readonly t: Tongue,
    /** Fills the inputs of cards in this turn; kept nowhere. */
    private prefill: Inputs = {},
  ) {}

  /** Makes a card in this person's language. */
  readonly render: RenderCard = (name, data) => this.tools.render(name, data, this.t.language);

  /** The same desk for who is spoken to in another language from now on. */
  inTongue(t: Tongue): PersonalDesk {
    return new PersonalDesk(this.tools, this.person, t, this.prefill);
  }
  private written: Head | undefined;

  fill(inputs: Inputs): void {
    this.prefill = inputs;
  }

  /** The school a caseless card is about: the one asked for if this person has a post there, else their first. */
  schoolId(asked?: string): SchoolId | undefined {
    const own = schoolsOf(this.tools.directory, this.person);
    return (own.find(({ id }) => id === asked) ?? own[0])?.id;
  }

  /** What this turn wrote is what the rest of it shows. */
  wrote(head: Head): void {
    this.written = head;
  }

  /** A client may send anything for a case; what can't be one is none. */
  async head(caseId: string): Promise<Head | undefined> {
    const head = this.written?.caseId === caseId ? this.written : await this.loaded(caseId);
    return head?.file.retention?.destroyed ? undefined : head; // it is there a moment longer, for nobody
  }

  private async loaded(caseId: string): Promise<Head | undefined> {
    return isCaseId(caseId) ? this.tools.store.load(caseId) : undefined;
  }

  async file(caseId: string): Promise<CaseFile | undefined> {
    const head = await this.head(caseId);
    return head && maySeeFile(this.actor(head.file), head.file) ? head.file : undefined;
  }

  actor(file: CaseFile, school?: SchoolId) {
    return actorAt(this.tools.directory, this.person.id, file.schoolId || (school ?? ''));
  }

  async card(request: FormRequest, attempt?: Attempt): Promise<Card | undefined> {
    return request.caseId === undefined
      ? this.caseless(request, attempt)
      : this.inCase(request, request.caseId, attempt);
  }

  noCaseCard(): Card {
    return this.message(this.t.say.noCase);
  }

  /** A line, and where it leads. */
  message(text: string, caseId = '', next?: Next): Card {
    return messageCard(this.tools, { text, caseId, t: this.t, ...(next && { next }) });
  }

  footer(): string {
    return this.t.say.footer(this.tools.directory.board.contacts);
  }

  schoolOf({ schoolId }: CaseFile): SchoolView {
    return schoolView(this.tools.directory, schoolId, this.t);
  }

  /** Who saw or took what, with cards by the words above them. */
  async looksInWords(caseId: string): Promise<readonly Look[]> {
    const looks = await this.tools.accessLog.read(caseId);
    const words = (what: string): string => (isFormName(what) ? this.t(formOf(what).title) : what);
    return looks.map((look) => ({ ...look, what: words(look.what) }));
  }

  context(file: CaseFile, schoolId: SchoolId, caseId: string, entries: readonly Entry[], about?: string): FormContext {
    const now = this.tools.now();
    return {
      caseId,
      file,
      viewer: this.actor(file, schoolId),
      school: schoolView(this.tools.directory, schoolId, this.t),
      t: this.t,
      now,
      today: localDateOf(now),
      entries,
      ...(about && { about }),
      ...(this.tools.practised && { practised: true }),
    };
  }

  async entries(caseId: string): Promise<readonly Entry[]> {
    const history = await this.tools.store.history(caseId);
    return history.map(({ seq, event }) => ({ seq, event }));
  }

  /** The overview of who does what, for a colleague with a task: that and no more of the file. */
  async taskCard(caseId: string): Promise<Card | undefined> {
    const head = await this.head(caseId);
    if (!head?.file.plan) return undefined;
    const entries = await this.entries(caseId);
    const plan = [...entries].reverse().find(({ event }) => event.type === 'PlanMade');
    const given = plan?.event.type === 'PlanMade' && plan.event.colleagues.includes(this.person.id);
    if (!plan || !given || (head.file.lock && !maySeeFile(this.actor(head.file), head.file))) return undefined;
    await this.noteLook(caseId, 'plan/task');
    return this.compose('plan/task', this.context(head.file, head.file.schoolId, caseId, [plan]));
  }

  private compose(form: FormName, context: FormContext, attempt?: Attempt): Card {
    const definition = formOf(form);
    const inputs = attempt ?? { hint: '', inputs: this.prefill };
    return composeForm(this.render, form, definition, context, randomUUID(), inputs);
  }

  private caseless({ form, school, about }: FormRequest, attempt?: Attempt): Card | undefined {
    const schoolId = this.schoolId(school);
    if (!formOf(form).caseless) return undefined;
    // Whoever has no post at a school can read, and can always find the emergency numbers; nothing else.
    if (schoolId === undefined && formOf(form).records.length > 0) return undefined;
    const { directory } = this.tools;
    const view = schoolId === undefined ? boardView(directory, this.t) : schoolView(directory, schoolId, this.t);
    const now = this.tools.now();
    const context: FormContext = {
      caseId: '',
      file: emptyCase,
      viewer: {
        id: this.person.id,
        roles: schoolId === undefined ? [] : this.tools.directory.rolesAt(this.person.id, schoolId),
      },
      school: view,
      t: this.t,
      now,
      today: localDateOf(now),
      entries: [],
      schools: schoolsOf(this.tools.directory, this.person),
      ...(about && { about }),
      ...(this.tools.practised && { practised: true }),
    };
    return this.compose(form, context, attempt);
  }

  private async inCase({ form, about }: FormRequest, caseId: string, attempt?: Attempt): Promise<Card | undefined> {
    const head = await this.head(caseId);
    if (!head || formOf(form).caseless) return undefined;
    const { file } = head;
    const asked = about === undefined ? undefined : file.consultations[about];
    const stands = standings(this.actor(file), file).includes('consulted');
    const consulted = forConsulted.includes(form) && asked?.to === this.person.id && stands;
    if (!consulted && !maySeeFile(this.actor(file), file)) return undefined;
    const name = form === 'shared/hub' ? hubFor(this.context(file, file.schoolId, caseId, [])) : form;
    if (!name || !isFormName(name)) return undefined;
    const { history, looks, opensFor } = formOf(name);
    if (opensFor?.(this.actor(file), file) === false) return undefined;
    const entries = history ? await this.entries(caseId) : [];
    // Noted before it is shown: what can't be noted is not shown.
    await this.noteLook(caseId, name);
    const context = this.within(name, this.context(file, file.schoolId, caseId, entries, about));
    const unreached = name === 'shared/hub' ? { unreached: await unreachedIn(this.tools.undelivered, caseId) } : {};
    const seen = looks ? { looks: await this.tools.accessLog.read(caseId) } : {};
    const beside = await besideOf(this.tools, this, head, formOf(name));
    return this.compose(name, { ...context, ...seen, ...unreached, ...beside }, attempt);
  }

  /** A case for two offers no others to ask; only the card that names the two does. */
  private within(name: FormName, context: FormContext): FormContext {
    return name === 'lock/lock' ? context : { ...context, school: schoolWithin(context.school, context.file) };
  }

  private noteLook(caseId: string, what: FormName): Promise<void> {
    return this.tools.accessLog.note(caseId, { at: this.tools.now(), by: this.person.id, what });
  }
}
