// Installs what the product's contenders are made of, if it is not there yet.
import path from 'node:path';
import { installIfNeeded, root } from '../bootstrap.mjs';

installIfNeeded(path.join(root, 'tools/bench'));
