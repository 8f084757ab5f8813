// node apps/graphql-bff/playground/build.ts
//
// Builds the playground's page into apps/graphql-bff/dist/playground. Writes nothing, and takes some milliseconds, when
// what is there was made from the same sources and packages.
import { buildPlayground } from './build/build-playground.ts';

try {
  await buildPlayground({ onStart: () => process.stdout.write('Building the playground of graphql-bff …\n') });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
