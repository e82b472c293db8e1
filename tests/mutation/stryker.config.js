/** Every change of the rules of time, ways and dossiers that a test must tell: `npm run mutation`. */
export default {
  mutate: ['src/domain/{calendar,workflow,dossier}/*.ts', '!**/*.test.ts', '!**/*.d.ts'],
  plugins: ['./tests/mutation/runner.ts', './tests/mutation/rooms.ts'],
  testRunner: 'one-process',
  coverageAnalysis: 'perTest',
  ignorePatterns: ['/*', '!/package.json', '!/src', '!/tests', '/tests/*/', '!/data', '/data/*', '!/data/calendar'],
  reporters: ['clear-text', 'html', 'json', 'progress-append-only', 'rooms'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  htmlReporter: { fileName: 'var/mutation/report.html' },
  jsonReporter: { fileName: 'var/mutation/report.json' },
  tempDirName: 'var/mutation/tmp',
  concurrency: 2,
  // What was loaded for one mutant stays in memory.
  maxTestRunnerReuse: 1000,
  thresholds: { high: 90, low: 85, break: null },
};
