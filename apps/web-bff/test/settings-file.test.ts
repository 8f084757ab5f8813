import { parseYaml } from '@bff/service-shell';
import { describeSettingsFile } from '@bff/testing';
import { settingsSchema } from '../src/settings.ts';

describeSettingsFile('web-bff', (text, file) => parseYaml(text, settingsSchema, file));
