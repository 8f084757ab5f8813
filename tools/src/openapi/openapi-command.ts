import type { InterfaceCommand } from '../interface/interface-command.ts';
import { compareApp } from './compare-app.ts';
import { loadDocumentedApps } from './documented-app.ts';

/** `npm run openapi`. */
export const openApiCommand: InterfaceCommand = {
  name: 'openapi',
  about: `Each BFF that describes its interface has its OpenAPI document in apps/<app>/openapi.json, and the types of its client
in libs/client/src/generated. Both are made from the code.`,
  changelogFile: 'apps/<app>/openapi-changes.md',
  whenSame: 'documents and client types are what the code gives',
  compareApps: async (root) => {
    const apps = await loadDocumentedApps(root);
    return Promise.all(apps.map((app) => compareApp(root, app)));
  },
};
