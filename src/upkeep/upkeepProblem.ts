/** Why a command could not do its work, in Dutch, with what helps. */
export class UpkeepProblem extends Error {
  override name = 'UpkeepProblem';
}
