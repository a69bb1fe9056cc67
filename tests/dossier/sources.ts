import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import type { Sources } from '../../src/dossier/sources';
import { caseFiles, plainly, type CaseName } from '../cards/caseFiles';
import { ibEr, now, school, teacher } from '../cards/context';
import type { Typed } from '../cards/everyFact';

/** A file with these facts, as the teacher takes something of it along. */
export const sourcesOf = (events: readonly CaseEvent[], change: Partial<Sources> = {}): Sources => ({
  file: events.reduce(evolve, emptyCase),
  entries: events.map((event, i) => ({ seq: i + 1, event })),
  school,
  looks: [{ at: '2026-11-20T09:00:00.000Z', by: ibEr, what: 'Overzicht' }],
  madeBy: teacher,
  at: now,
  today: '2026-11-24',
  ...change,
});

export const sourcesIn = (name: CaseName, say: Typed = plainly): Sources => sourcesOf(caseFiles(say)[name]);
