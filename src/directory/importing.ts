import * as z from 'zod';

/** One line of an import, as a table has it: every value is text. */
export type Row = Readonly<Record<string, string>>;

/** What an import would change, in words for the administrator; `file` is the whole file as it would then be. */
export type Imported = { file: unknown; lines: readonly string[] };

/** As much of the file as an import touches; the rest goes along unseen. */
const person = z.looseObject({ aadObjectId: z.string(), name: z.string(), roles: z.array(z.string()) });
const school = z.looseObject({ id: z.string(), name: z.string(), people: z.array(person).default([]) });
const shape = z.looseObject({ schools: z.array(school) });
type PersonEntry = z.infer<typeof person>;
type SchoolEntry = z.infer<typeof school>;

const personRow = z.object({
  school: z.string().min(1),
  id: z.string().min(1),
  name: z.string().min(1),
  roles: z.string().min(1),
  group: z.string().optional(),
  absent: z.string().optional(),
  deputy: z.string().optional(),
});
const schoolRow = z.object({ id: z.string().min(1), name: z.string().min(1), subRegion: z.string().default('') });

/** Rows that lack a value that must be there, or name no school of the file. */
export class ImportProblem extends Error {
  override name = 'ImportProblem';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

const parsed = <T>(rows: readonly Row[], schema: z.ZodType<T>, what: string): T[] => {
  const problems: string[] = [];
  const good = rows.flatMap((row, index) => {
    const read = schema.safeParse(row);
    if (read.success) return [read.data];
    const columns = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].join(', ');
    // One line for the names of the columns, and people count from one.
    problems.push(`${what}, regel ${index + 2}: hier ontbreekt ${columns}.`);
    return [];
  });
  if (problems.length > 0) throw new ImportProblem(problems);
  return good;
};

const YES = ['ja', 'yes', 'true', '1', 'x'];
/** What the table has no column for stays as it was; an empty value takes it away. */
const entryOf = (row: z.infer<typeof personRow>, before: PersonEntry | undefined): PersonEntry => {
  const given = {
    ...(row.group !== undefined && { group: row.group.trim() || undefined }),
    ...(row.absent !== undefined && { absent: YES.includes(row.absent.trim().toLowerCase()) || undefined }),
    ...(row.deputy !== undefined && { deputy: row.deputy.trim().toLowerCase() || undefined }),
  };
  return {
    ...before,
    aadObjectId: row.id.trim().toLowerCase(),
    name: row.name.trim(),
    roles: row.roles.split(/[|,;]/).flatMap((role) => role.trim().toLowerCase() || []),
    ...given,
  };
};

const sameId = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
const changesIn = (before: PersonEntry, after: PersonEntry): string[] =>
  ['name', 'roles', 'group', 'absent', 'deputy'].filter(
    (key) => JSON.stringify(before[key] ?? '') !== JSON.stringify(after[key] ?? ''),
  );

const withStaff = (at: SchoolEntry, rows: readonly z.infer<typeof personRow>[], lines: string[]): SchoolEntry => {
  const staff = rows.filter((row) => row.school.trim() === at.id);
  if (staff.length === 0) return at;
  const known = (id: string) => at.people.find(({ aadObjectId }) => sameId(aadObjectId, id));
  const people = staff.map((row) => {
    const before = known(row.id);
    const after = entryOf(row, before);
    if (!before) lines.push(`+ ${at.id}: ${after.name} (${after.roles.join(', ')})`);
    else if (changesIn(before, after).length > 0)
      lines.push(`~ ${at.id}: ${after.name} (${changesIn(before, after).join(', ')})`);
    return after;
  });
  for (const { aadObjectId, name } of at.people)
    if (!staff.some(({ id }) => sameId(id, aadObjectId)))
      lines.push(`- ${at.id}: ${name} vertrekt; wat open staat gaat naar een ander`);
  return { ...at, people };
};

const withSchools = (before: readonly SchoolEntry[], rows: readonly Row[], lines: string[]): SchoolEntry[] => {
  const schools = [...before];
  for (const { id, name, subRegion } of parsed(rows, schoolRow, 'Scholen')) {
    const place = schools.findIndex((one) => one.id === id.trim());
    const known = schools[place] ?? { id: id.trim(), name: '', people: [] };
    const after = { ...known, name: name.trim(), ...(subRegion.trim() && { subRegion: subRegion.trim() }) };
    if (place === -1) lines.push(`+ school ${after.id}: ${after.name}`);
    else if (JSON.stringify(known) !== JSON.stringify(after)) lines.push(`~ school ${after.id}: ${after.name}`);
    schools.splice(place === -1 ? schools.length : place, 1, after);
  }
  return schools;
};

/**
 * The file with these schools added or changed, and with these people as the whole staff of each school that they name.
 * Throws ImportProblem. Whether the file is then right is for whoever reads it.
 */
export const imported = (
  file: unknown,
  { schools, people }: { schools: readonly Row[]; people: readonly Row[] },
): Imported => {
  const read = shape.safeParse(file);
  if (!read.success) throw new ImportProblem(['Het schoolbestand heeft geen lijst van scholen.']);
  const lines: string[] = [];
  const all = withSchools(read.data.schools, schools, lines);
  const rows = parsed(people, personRow, 'Mensen');
  const strange = [...new Set(rows.map((row) => row.school.trim()))].filter((id) => !all.some((one) => one.id === id));
  if (strange.length > 0)
    throw new ImportProblem(strange.map((id) => `Mensen: school ${id} staat niet in het bestand.`));
  return { file: { ...read.data, schools: all.map((one) => withStaff(one, rows, lines)) }, lines };
};
