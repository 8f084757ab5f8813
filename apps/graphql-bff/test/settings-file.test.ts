import { describeSettingsFile } from '@bff/testing';
import { settingsSchema } from '../src/settings.ts';

describeSettingsFile('graphql-bff', settingsSchema);
