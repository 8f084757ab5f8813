import { settingsSchema } from '@bff/bff-host';
import { parseYaml } from '@bff/service-shell';
import { describeSettingsFile } from '@bff/testing';

describeSettingsFile('mobile-bff', (text, file) => parseYaml(text, settingsSchema, file));
