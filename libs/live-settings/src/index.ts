export { fixedSettings } from './fixed-settings.ts';
export type { Change, Knob, KnobSource, LiveSettings, Reload, SettingsView, Tuning } from './live-settings.ts';
export { type LiveSettingsOptions, openLiveSettings } from './open-live-settings.ts';
export { type JsonObject, isObject } from './tuning/merge-patch.ts';
