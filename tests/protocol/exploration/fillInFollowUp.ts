import { carriers } from '../../../src/protocol/followUp';
import type { Keeper } from '../../../src/protocol/lock';
import { termsOf } from '../../../src/protocol/terms';
import { addDays, localDateOf } from '../../../src/protocol/time';
import { leads, names } from './cast';
import type { Chance } from './chance';
import { keysOf } from './fillIn1to3';
import type { Makers, Moment } from './moment';

const termOf = (draw: Chance, { file }: Moment): string => {
  const running = termsOf(file).map(({ id }) => id);
  return draw.oneOf(['unknown', ...running, ...running]);
};

const postOf = (id: string): Keeper['as'] => (leads(id) ? 'leiding' : id === 'ibEr' ? 'ibEr' : 'collega');

/** What people do with a reminder, and who goes on with the case. */
export const fillInFollowUp: Makers<
  | 'checkImprovement'
  | 'postponeTerm'
  | 'passOnTerm'
  | 'seeConcern'
  | 'reassignOwner'
  | 'reassignCasemanager'
  | 'declineCasemanagement'
  | 'lockFile'
  | 'unlockFile'
  | 'recordSibling'
  | 'transferFile'
  | 'confirmReceipt'
  | 'holdFile'
  | 'destroyFile'
> = {
  checkImprovement: (draw, { file, at }) => ({
    report: draw.percent(90) ? Math.max(1, file.reports.length) : 99,
    better: draw.of('ja', 'twijfel', 'nee'),
    on: draw.day(at),
    text: draw.text(),
  }),
  postponeTerm: (draw, moment) => ({
    term: termOf(draw, moment),
    until: addDays(localDateOf(moment.at), draw.of(-1, 0, 1, 3, 7, 8, 20, 28, 29)),
    reason: draw.mostly(),
  }),
  passOnTerm: (draw, moment) => ({
    term: termOf(draw, moment),
    to: draw.oneOf(keysOf(carriers)),
    reason: draw.mostly(),
  }),
  seeConcern: () => ({}),
  reassignOwner: (draw) => ({ to: draw.oneOf(names), reason: draw.mostly() }),
  reassignCasemanager: (draw) => ({ to: draw.oneOf(names), reason: draw.mostly() }),
  declineCasemanagement: (draw) => ({ reason: draw.mostly() }),
  lockFile: (draw, { file }) => ({
    keepers: [draw.oneOf(['teacher', 'colleague', 'leader', file.owner]), draw.oneOf(['leader', 'deputy', 'ibEr'])].map(
      (person) => ({ person, as: postOf(person) }),
    ),
    aboutLeader: draw.percent(20),
    reason: draw.mostly(),
  }),
  unlockFile: (draw) => ({ reason: draw.mostly() }),
  recordSibling: (draw, { at }) => ({
    ...(draw.percent(50) && { sibling: draw.of(1, 2) }),
    ...{ mistaken: draw.percent(20), name: draw.text(), birthDate: draw.day(at) },
    school: draw.of('de-linde', 'elders'),
  }),
  transferFile: (draw, { at }) => ({
    to: draw.text(),
    ground: draw.of('schriftelijk', 'zonder'),
    proof: draw.mostly(),
    on: draw.day(at),
    how: draw.text(),
  }),
  confirmReceipt: (draw, { at, file }) => ({
    transfer: draw.percent(90) ? Math.max(1, file.retention?.transfers?.length ?? 0) : 99,
    receiver: draw.text(),
    on: draw.day(at),
  }),
  holdFile: (draw, { at }) => ({
    until: addDays(localDateOf(at), draw.of(-1, 0, 1, 30, 400, 1900)),
    reason: draw.mostly(),
  }),
  destroyFile: (draw) => ({
    ground: draw.of('termijn', 'verzoek', 'verzoek'),
    reason: draw.mostly(),
    reviewed: draw.percent(80),
    months: draw.of(0, 24),
    notBeforeAge: draw.of(0, 16),
  }),
};
