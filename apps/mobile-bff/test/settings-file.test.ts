import { settingsSchema } from '@bff/bff-host';
import { describeSettingsFile } from '@bff/testing';

describeSettingsFile('mobile-bff', settingsSchema);
