import { generateDataSet } from './generate-data-set.ts';
import { writeDataSet } from './write-data-set.ts';

const [directory, seed] = process.argv.slice(2);

if (directory === undefined || (seed !== undefined && !/^\d{1,10}$/.test(seed))) {
  process.stderr.write('usage: node libs/mock-kit/src/data/export-dataset.ts <directory> [seed]\n');
  process.exitCode = 2;
} else {
  try {
    writeDataSet(generateDataSet(seed === undefined ? undefined : Number(seed)), directory);
    process.stdout.write(`users, orders, payments, products and stock written to ${directory}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
