import { type Clock, systemClock } from '@bff/clock';
import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { redactFields, redactValue } from './redact.ts';
import { REDACTED, secretNames } from './secrets.ts';
import { standardOutput } from './standard-output.ts';

/** Writes one JSON line a call: `log.info({ orderId }, 'order found')`. `child(bindings)` adds fields to each line. */
export type Logger = PinoLogger;

/** From the most talkative to none. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  /** The app's name; stands in every line. */
  app: string;
  /** Lines below it are not written. Default `info`. */
  level?: LogLevel;
  /** Where lines go, one `write` a line. Default stdout, written at once while it is read, and never waited for. */
  destination?: DestinationStream;
  /** Where the time of a line comes from. Default the system's. */
  clock?: Clock;
}

/**
 * A pino logger: level as a word, time as ISO 8601 UTC, no process id or host name (the platform that collects the
 * lines knows both). Secrets are replaced at any depth by their field name, and an error is reduced to its name,
 * message, code, stack and causes.
 */
export function createLogger({ app, level = 'info', destination, clock = systemClock }: LoggerOptions): Logger {
  const options = {
    level,
    base: { app },
    timestamp: clock === systemClock ? stdTimeFunctions.isoTime : () => `,"time":"${isoTime(clock)}"`,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: redactFields,
    },
    serializers: bindingSerializers(),
  };
  if (destination) return pino(options, destination);
  // Not pino's own destination. Asynchronous, it hangs at the end of a process whose reader has gone, and synchronous it
  // stops the process with its reader.
  const output = standardOutput();
  const logger = pino(options, output);
  output.onLost ??= (lines) => logger.warn({ lines }, 'log lines were lost: nobody read them in time');
  return logger;
}

const isoTime = (clock: Clock): string => new Date(clock.wallTime()).toISOString();

/**
 * `formatters.log` does not see what `child()` binds, so the fields that are likely to hold secrets are also named here:
 * pino runs serialisers on bindings.
 */
function bindingSerializers(): Record<string, (value: unknown) => unknown> {
  const objects = ['err', 'error', 'headers', 'config', 'req', 'request', 'res', 'response', 'options', 'body'];
  const serializers: Record<string, (value: unknown) => unknown> = {};
  for (const name of objects) serializers[name] = redactValue;
  for (const name of secretNames) serializers[name] = () => REDACTED;
  return serializers;
}
