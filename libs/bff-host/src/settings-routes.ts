import { HttpProblem } from '@bff/errors';
import { isObject, type JsonObject } from '@bff/live-settings';
import { requireOperator } from '@bff/operator';
import { type ServeOptions, readInput, readJsonBody, requestScope, sendJson } from '@bff/service-shell';
import { z } from 'zod';
import type { BffParts } from './create-parts.ts';
import { TuningLog } from './tuning-log.ts';

const maxBytes = 16 * 1024;
const mediaTypes = ['application/merge-patch+json', 'application/json'];

const patchSchema = z.custom<JsonObject>(isObject, 'must be an object with the knobs to change');

/**
 * `GET /settings` and `GET /settings/acts`, which ask for no token, and `PATCH /settings`, which asks for one with the role
 * `operator`: a JSON Merge Patch (RFC 7396) on the settings file. They belong on the admin port.
 */
export function settingsRoutes({
  settings,
  verifier,
  logger,
  metrics,
  clock,
}: Pick<BffParts, 'settings' | 'verifier' | 'logger' | 'metrics' | 'clock'>): NonNullable<ServeOptions['adminRoutes']> {
  const log = new TuningLog({ logger, metrics: metrics.operator, clock });
  return (router) => {
    router.get('/settings', (_req, res) => sendJson(res, 200, settings.view()));
    router.get('/settings/acts', (_req, res) => sendJson(res, 200, { acts: log.acts }));
    router.patch('/settings', async (req, res) => {
      readInput(req, {});
      const asked = { verifier, headers: req.headersDistinct, log: requestScope(res).log };
      const { userId } = await requireOperator(asked, { act: 'tune' });
      requirePatch(req.headers['content-type']);
      const { written, changes } = await settings.tune(await readJsonBody({ req, res }, patchSchema, { maxBytes }));
      if (written) log.add(userId, changes);
      sendJson(res, 200, settings.view());
    });
  };
}

/** Another kind of patch, as JSON Patch (RFC 6902) is, would be JSON too, and would mean something else. */
function requirePatch(contentType = ''): void {
  const [type = ''] = contentType.split(';');
  if (mediaTypes.includes(type.trim().toLowerCase())) return;
  throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The request body is of an unsupported type', {
    detail: `${mediaTypes.join(' or ')} in UTF-8, not compressed, is taken`,
    headers: { 'Accept-Patch': mediaTypes.join(', ') },
  });
}
