import * as z from 'zod';
import { consultableRoles, roles, type Role } from '../protocol/roles';
import { contactsSchema } from './contacts';
import { oneLine } from './oneLine';
import { termsSchema } from './terms';

// Object.keys forgets the literal type of the table it reads.
const roleNames = Object.keys(roles) as Role[];

/** Microsoft's ids are hexadecimal in the shape 8-4-4-4-12; not every one keeps to the versions of RFC 9562. */
const id = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'Dit is geen id van Microsoft Entra. Neem de object-id over, in de vorm 00000000-0000-0000-0000-000000000000.',
  );

const name = oneLine(120, 'Deze naam is leeg. Vul een naam in.');

const role = z.enum(roleNames, `Deze rol kent de bot niet. Kies uit: ${roleNames.join(', ')}.`);
const roleList = z
  .array(role)
  .min(1, 'Hier staat geen enkele rol. Zet er minstens één in.')
  .transform((list) => [...new Set(list)]);

const teamName = oneLine(80, 'Deze naam is leeg. Vul hem in of haal de sleutel weg.');

const schoolRoles = roleList.refine(
  (list) => !list.includes('bestuur'),
  'De rol bestuur hoort niet bij een school. Zet deze persoon bij board.people.',
);

const schoolPerson = z.strictObject({
  aadObjectId: id,
  name,
  roles: schoolRoles,
  group: oneLine(40, 'De groep is leeg. Vul hem in of haal de sleutel weg.').optional(),
  absent: z.boolean().default(false),
  deputy: id.optional(),
});

/** A role on the board counts at every school, so those that open each file of a school are given per school. */
const perSchool: readonly Role[] = [
  'leerkracht',
  'intern-begeleider',
  'schoolleider',
  'plaatsvervangend-schoolleider',
] satisfies Role[];

const boardRoles = roleList.refine(
  (list) => !list.some((held) => perSchool.includes(held)),
  `Deze rol geldt per school (${perSchool.join(', ')}). Zet deze persoon met die rol bij de school zelf.`,
);

const boardPerson = z.strictObject({ aadObjectId: id, name, roles: boardRoles });

/** A group in Microsoft Entra whose members hold these roles. */
const groupsWith = <T extends z.ZodType<Role[]>>(held: T) =>
  z.array(z.strictObject({ group: id, roles: held })).default([]);

const school = z.strictObject({
  id: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'Een school-id bestaat uit kleine letters, cijfers en streepjes, zoals de-linde.',
    )
    .max(60),
  name,
  subRegion: oneLine(60, 'De deelregio is leeg. Schrijf bijvoorbeeld enschede.'),
  labels: z.strictObject({ step3: teamName, step4: teamName }).optional(),
  teamNames: z.strictObject({ step3: teamName.optional(), step4: teamName.optional() }).default({}),
  consultation: z
    .array(
      z.enum(
        consultableRoles,
        `Met deze rol kan een collega niet overleggen in stap 2. Kies uit: ${consultableRoles.join(', ')}.`,
      ),
    )
    .min(1, 'Zonder rollen kan niemand overleggen. Noem minstens één rol of haal de sleutel weg.')
    .default([...consultableRoles]),
  channel: z
    .strictObject({
      id: z
        .string()
        .trim()
        .regex(
          /^19:[^\s@]{1,200}@thread\.(?:tacv2|skype|v2)$/,
          'Dit is geen kanaal-id van Teams. Neem hem over uit Teams, in de vorm 19:…@thread.tacv2.',
        ),
      name: name.optional(),
    })
    .optional(),
  people: z.array(schoolPerson).default([]),
  groups: groupsWith(schoolRoles),
});

/** The directory file: at least these keys, the others have defaults (design, "People and places"). */
export const directorySchema = z.strictObject({
  tenantId: id,
  board: z.strictObject({
    name,
    people: z.array(boardPerson).default([]),
    groups: groupsWith(boardRoles),
    contacts: contactsSchema.prefault({}),
    terms: termsSchema.prefault({}),
    oneDrive: z.boolean().default(false),
  }),
  schools: z.array(school).min(1, 'Er staat geen enkele school in. Voeg minstens één school toe.'),
});

export type DirectoryData = z.output<typeof directorySchema>;
