// npm run bench: installs the product and its peers if needed, then measures them.
import path from 'node:path';
import { installIfNeeded, root, runOnRightNode } from '../bootstrap.mjs';

installIfNeeded();
installIfNeeded(path.join(root, 'tools/bench'));
runOnRightNode('tools/bench/src/main.ts', process.argv.slice(2));
