/** Whole cases played in Chromium against the Agents Playground. */
module.exports = {
  ...require('./jest.config'),
  roots: ['<rootDir>/tests/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  maxWorkers: 1,
};
