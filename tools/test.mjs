// npm test: installs if needed, then lints, checks, tests and builds everything, and counts the tests.
import { installIfNeeded, runOnRightNode } from './bootstrap.mjs';

installIfNeeded();
runOnRightNode('tools/src/test-run/main.ts', process.argv.slice(2));
