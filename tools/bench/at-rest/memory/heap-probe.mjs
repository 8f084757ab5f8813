// Preloaded into a BFF: tells its parent what the process holds. Plain JavaScript, because what Node needs to read TypeScript
// would be the largest thing in the memory of a built app.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('message', ({ when }) => {
  if (when === 'after-collection') collect();
  process.send?.(process.memoryUsage());
});
process.once('disconnect', () => process.exit());
process.channel?.unref();
