import type { CaseFile } from './caseFile';
import { localDateOf, type Instant } from './time';

/** The file open again, with everything in it (I-16). */
export const opened = (file: CaseFile): CaseFile => {
  const { closed: _reopened, ...rest } = file;
  return { ...rest, status: 'open' };
};

/**
 * The child is not safe now: a melding is owed, also when the case was closed. This outweighs "het stopt niet",
 * because it allows a melding that can't wait; the first moment stands.
 */
export const unsafe = (file: CaseFile, since: Instant): CaseFile =>
  file.reportDuty?.because === 'safety' ? opened(file) : { ...opened(file), reportDuty: { because: 'safety', since } };

/** Was a melding made on the day of this moment or later? By day, for one calls first and writes down afterwards. */
export const reportedSince = ({ reports }: CaseFile, since: Instant | undefined): boolean =>
  reports.some(({ at }) => since === undefined || localDateOf(at) >= localDateOf(since));
