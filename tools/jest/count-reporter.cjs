// Writes what a project's run counted to dist/test-results/, so that the whole run can be added up,
// also when Nx replays a project from its cache.
const fs = require('node:fs');
const path = require('node:path');

const workspaceRoot = path.resolve(__dirname, '../..');

module.exports = class CountReporter {
  constructor(globalConfig) {
    this.project = path.relative(workspaceRoot, globalConfig.rootDir);
  }

  onRunComplete(_contexts, results) {
    const file = path.join(workspaceRoot, 'dist/test-results', `${this.project}.json`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const counts = {
      project: this.project,
      passed: results.numPassedTests,
      // A test file that does not even load has no tests to count: it is one failure of its own.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    fs.writeFileSync(file, `${JSON.stringify(counts)}\n`);
  }
};
