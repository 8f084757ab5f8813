import { Counter, Gauge, type Registry } from 'prom-client';

/** How a content of the settings file ended that differs from the one before. */
export type ReloadResult = 'changed' | 'unchanged' | 'refused';

/** The settings file while the process runs. */
export interface SettingsMetrics {
  /** A new content was taken over, said the same, or was refused and is not in effect. */
  reloaded(result: ReloadResult): void;
}

export function createSettingsMetrics(registry: Registry): SettingsMetrics {
  const registers = [registry];
  const reloads = new Counter({
    name: 'bff_settings_reloads_total',
    help: 'Contents of the settings file that were looked at since the start, by what came of them.',
    labelNames: ['result'] as const,
    registers,
  });
  const refused = new Gauge({
    name: 'bff_settings_refused',
    help: '1 while what stands in the settings file is refused and older values are in effect.',
    registers,
  });
  return {
    reloaded(result) {
      reloads.inc({ result });
      refused.set(result === 'refused' ? 1 : 0);
    },
  };
}
