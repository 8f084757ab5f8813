// node apps/console/web/build.ts [folder]
//
// Builds the console's page into the folder, by default apps/console/dist/web, and says how large it came out. Writes nothing, and takes some
// milliseconds, when what is there was made from the same sources and packages.
import { buildWeb } from './build/build-web.ts';

try {
  const sizes = await buildWeb({
    ...(process.argv[2] !== undefined && { outDir: process.argv[2] }),
    onStart: () => process.stdout.write('Building the page of the console …\n'),
  });
  for (const { name, bytes, gzipBytes } of sizes ?? []) {
    process.stdout.write(`  ${name}  ${Math.round(bytes / 1024)} KiB, ${Math.round(gzipBytes / 1024)} KiB as gzip\n`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
