import * as z from 'zod';
import { LONG, reference } from './fields';

/** Verbs that only lead somewhere: they record nothing, so pressing them twice does no harm. */
export const wayVerbs = [
  'openForm',
  'getDocument',
  'askOneDrive',
  'showHub',
  'showEmergency',
  'showStuck',
  'hideCard',
  'showChronology',
  'showTriage',
  'showMyCases',
  'showMyRequests',
  'stopDigest',
  'chooseLanguage',
  'showDefinitions',
  'showPrivacy',
  'showDestroyed',
  'showFigures',
  'getFigures',
  'showActions',
  'startSibling',
  'linkSibling',
  'unlinkSibling',
  'decideSamePupil',
  'showHelp',
  'startPractice',
  'endPractice',
] as const;
export type WayVerb = (typeof wayVerbs)[number];

/**
 * Where a press leads. `form`: a card's name. `about`: what it is about (a consultation, a report, a page).
 * `detail`: what somebody typed before a case exists; it fills the first field and is kept nowhere.
 */
export type Way = { verb: WayVerb; case?: string; form?: string; about?: string; school?: string; detail?: string };

const schema = z.strictObject({
  m: z
    .strictObject({
      case: z.union([z.literal(''), reference()]).optional(),
      form: reference().optional(),
      about: z.union([z.literal(''), reference()]).optional(),
      school: reference().optional(),
      key: reference().optional(),
    })
    .default({}),
  go: z.string().max(200).optional(),
  school: reference().optional(),
  detail: z
    .string()
    .max(LONG * 2)
    .optional(),
});

const known = z.object({ m: z.unknown(), go: z.unknown(), school: z.unknown(), detail: z.unknown() }).partial();

const isWay = (verb: string): verb is WayVerb => (wayVerbs as readonly string[]).includes(verb);

const aReference = reference();
const chosenIn = (go: string): Pick<Way, 'form' | 'about' | 'case'> | undefined => {
  const parts = go.split('|');
  if (parts.length > 3 || parts.some((part) => part !== '' && !aReference.safeParse(part).success)) return undefined;
  const [form, about, caseId] = parts;
  return { ...(form && { form }), ...(about && { about }), ...(caseId && { case: caseId }) };
};

/**
 * Reads a press that leads somewhere. A menu sends its choice as `go`: a form's name, what it is about and, from a list of
 * cases, the case, with `|` between.
 * Inputs of other fields on the same card are left unread: going somewhere records nothing.
 */
export const readWay = (verb: string, data: unknown): Way | undefined => {
  if (!isWay(verb)) return undefined;
  const picked = known.safeParse(data ?? {});
  if (!picked.success) return undefined;
  const parsed = schema.safeParse(
    Object.fromEntries(Object.entries(picked.data).filter(([, part]) => part !== undefined)),
  );
  if (!parsed.success) return undefined;
  const { m, go, school, detail } = parsed.data;
  const chosen = go ? chosenIn(go) : {};
  if (!chosen) return undefined;
  const at = m.school ?? school;
  return {
    verb,
    ...(m.case && { case: m.case }),
    ...(m.form && { form: m.form }),
    ...(m.about && { about: m.about }),
    ...chosen,
    ...(at && { school: at }),
    ...(detail && { detail }),
  };
};
