import type { InterfaceCommand } from '../interface/interface-command.ts';
import { compareApp } from './compare-app.ts';
import { loadSchemaApps } from './schema-app.ts';

/** `npm run graphql`. */
export const graphqlCommand: InterfaceCommand = {
  name: 'graphql',
  about: `Each BFF that writes its schema in apps/<app>/src/schema/*.graphql has the whole of it in apps/<app>/schema.graphql, the
types of its resolvers in src/generated, and those of the operations in test/client beside them. apps/<app>/codegen.json
says what the types of the schema are in TypeScript.`,
  changelogFile: 'apps/<app>/schema-changes.md',
  whenSame: 'schema and types are what the code gives',
  compareApps: (root) => Promise.all(loadSchemaApps(root).map((app) => compareApp(root, app))),
};
