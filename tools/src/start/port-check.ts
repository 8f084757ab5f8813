import { createServer } from 'node:net';
import { type PlacedApp, variableOf } from '../placed-app.ts';
import { findPortHolder } from './port-holder.ts';

/** One sentence for each port that an app wants and cannot have. Empty when all are free. */
export async function findPortConflicts(apps: readonly PlacedApp[], host: string): Promise<string[]> {
  const wanted = apps.flatMap((app) => [
    { app, port: app.port, variable: variableOf(app, 'PORT'), what: '' },
    { app, port: app.adminPort, variable: variableOf(app, 'ADMIN_PORT'), what: "'s admin port" },
  ]);
  const firstTo = new Map<number, string>();
  const sentences = await Promise.all(
    wanted.map(async ({ app, port, variable, what }) => {
      const other = firstTo.get(port);
      firstTo.set(port, other ?? `${app.name}${what}`);
      const remedy = `Set ${variable} to another one.`;
      if (other) return `Port ${port}, wanted for ${app.name}${what}, is wanted for ${other} too. ${remedy}`;
      const code = await tryPort(port, host);
      if (code === undefined) return undefined;
      if (code !== 'EADDRINUSE')
        return `Port ${port}, wanted for ${app.name}${what}, cannot be had: ${code}. ${remedy}`;
      const holder = (await findPortHolder(port)) ?? 'a process that cannot be seen from here';
      return `Port ${port}, wanted for ${app.name}${what}, is taken by ${holder}. End that process, or set ${variable} to another port.`;
    }),
  );
  return sentences.filter((sentence) => sentence !== undefined);
}

/** The error code of listening on the port, or undefined when that works. */
const tryPort = (port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
