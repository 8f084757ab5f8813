// npm start: installs if needed, then starts the whole system.
import { installIfNeeded, runOnRightNode } from './bootstrap.mjs';

installIfNeeded();
runOnRightNode('tools/src/start/main.ts', process.argv.slice(2));
