export { type BffConfig, bffConfigSchema } from './bff-config.ts';
export { type BffParts, type PartsOptions, createParts } from './create-parts.ts';
export { observePages } from './observe-pages.ts';
export { openSettings } from './open-settings.ts';
export { type Settings, settingsSchema } from './settings.ts';
export { startBff } from './start-bff.ts';
