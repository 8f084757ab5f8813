import { ConfigError, loadConfig } from '@bff/service-shell';
import { configSchema } from './config.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(configSchema, env);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n');
    throw error;
  }
}

it('needs nothing to be set', () => {
  expect(loadConfig(configSchema, {})).toMatchObject({
    port: 3000,
    adminPort: 9000,
    hosts: [],
    environment: 'development',
  });
});

it.each([
  [
    { CONSOLE_TARGETS: 'web-bff' },
    'CONSOLE_TARGETS="web-bff": must be <app>=<url> separated by commas, "web-bff" is not',
  ],
  [
    { CONSOLE_HOSTS: 'a.example,b:80' },
    'CONSOLE_HOSTS="a.example,b:80": must be host names separated by commas, without ports; "b:80" is none',
  ],
  [{ USER_SERVICE_URL: 'x' }, 'USER_SERVICE_URL="x": must be an http or https URL'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV="prod"'],
])('refuses %j', (env, problem) => {
  expect(problemsOf(env)).toContain(problem);
});
