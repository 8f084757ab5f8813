import { type ParseArgsConfig, parseArgs, types } from 'node:util';
import { UsageError } from './usage-error.ts';

const help = { type: 'boolean', short: 'h' } as const;

/**
 * Reads options and words; `--help` and `-h` are always among them.
 * @throws {UsageError} for an option that is not there or lacks its value, naming those that are
 */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, help } });
  } catch (error) {
    // Node's own words after the first sentence are about options that begin with a dash.
    const message = types.isNativeError(error) ? (error.message.split(/\.\s|\n/)[0] ?? '') : String(error);
    const allowed = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${message}; allowed: ${allowed.join(', ')}`);
  }
}
