import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../../../running/running-command.ts';
import { type ServiceName, serviceNames } from '../../../running/whole-system.ts';
import { type Bff, bffs } from '../pages/page-spec.ts';
import type { Thresholds } from './thresholds.ts';

const shippedSchema = z.object({
  page: z.object({ deadlineMs: z.number() }),
  services: z.record(z.string(), z.object({ attemptMs: z.number() })),
});

/** What is to be changed in the settings that ship to have these thresholds, in the form of the settings files. */
export const changesFor = (thresholds: Thresholds) =>
  Object.fromEntries(bffs.map((app) => [app, changesOf(app, thresholds)]));

function changesOf(app: Bff, { openMs, maxOpenMs, patience }: Thresholds) {
  const { page, services } = shippedOf(app);
  const changed = (service: ServiceName) => ({
    breaker: { openMs, maxOpenMs },
    ...(patience > 1 && { attemptMs: (services[service]?.attemptMs ?? 0) * patience }),
  });
  return {
    services: Object.fromEntries(serviceNames.map((service) => [service, changed(service)])),
    ...(patience > 1 && {
      page: { deadlineMs: page.deadlineMs * patience },
      // A machine that has no time for us is no overload.
      shedding: { maxEventLoopDelayMs: 10_000 },
    }),
  };
}

const shippedOf = (app: Bff) =>
  shippedSchema.parse(parse(readFileSync(path.join(root, 'config', `${app}.yaml`), 'utf8')));
