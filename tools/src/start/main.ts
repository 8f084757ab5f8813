import path from 'node:path';
import { apps } from '../apps.ts';
import { startCommand } from './start-command.ts';

await startCommand(apps, path.resolve(import.meta.dirname, '../../..'));
