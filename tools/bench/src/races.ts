import type { Contender, Race } from './contender.ts';

const peer = (name: string, script: string, does: string): Contender => ({
  name,
  does,
  script: `tools/bench/${script}`,
  ready: 'message',
  workload: script.startsWith('graphql/') ? 'graphql' : 'rest',
  calls: script.startsWith('graphql/') ? 5 : 4,
});

const mobile = { script: 'apps/mobile-bff/src/main.ts', ready: 'readyz' } as const;
const graphql = { script: 'apps/graphql-bff/src/main.ts', ready: 'readyz' } as const;

const rest: Race = {
  name: 'rest',
  title: 'Order page in REST',
  against: [['bare'], ['express-axios']],
  contenders: [
    peer('bare', 'contenders/bare.ts', 'node:http and undici, nothing else: the ceiling'),
    peer('fastify-undici', 'contenders/fastify-undici.ts', 'Fastify with a schema for its answers, and undici'),
    peer('express-axios', 'contenders/express-axios.ts', 'Express and axios as they come'),
    { ...mobile, name: 'ours', does: 'mobile-bff as it ships', workload: 'rest', before: 'rest-tokens', calls: 4 },
    { ...mobile, name: 'ours-again', does: 'the same, callers come again', workload: 'rest-again' },
    { ...mobile, name: 'ours-new', does: 'the same, each token is seen for the first time', workload: 'rest' },
  ],
};

const graphqlRace: Race = {
  name: 'graphql',
  title: 'Order page in GraphQL',
  against: [['yoga', 'mercurius'], ['apollo']],
  contenders: [
    peer('yoga', 'graphql/yoga.ts', 'graphql-yoga'),
    peer('mercurius', 'graphql/mercurius.ts', 'Fastify and mercurius, compiled queries'),
    peer('apollo', 'graphql/apollo.ts', 'Apollo Server'),
    {
      ...graphql,
      name: 'ours-graphql',
      does: 'graphql-bff as it ships',
      workload: 'graphql',
      before: 'graphql-tokens',
      calls: 5,
    },
    { ...graphql, name: 'ours-graphql-again', does: 'the same, callers come again', workload: 'graphql-again' },
  ],
};

const signals: Race = {
  name: 'signals',
  title: 'What metrics and traces cost',
  against: [['unobserved']],
  contenders: [
    {
      ...mobile,
      name: 'unobserved',
      does: 'mobile-bff that counts nothing',
      script: 'tools/bench/contenders/mobile-unobserved.ts',
      workload: 'rest-again',
    },
    { ...mobile, name: 'ours-again', does: 'as it ships: metrics on, traces off', workload: 'rest-again' },
    {
      ...mobile,
      name: 'traced',
      does: 'with traces on, every page of them',
      script: 'tools/bench/contenders/mobile-traced.ts',
      workload: 'rest-again',
    },
  ],
};

export const races: readonly Race[] = [rest, graphqlRace, signals];

const isPeer = ({ script }: Contender): boolean => script.startsWith('tools/bench/');

/** Those of whom it is measured what a failing service does to them. Ours as it ships: callers come again. */
export const faultContenders: readonly Contender[] = [
  ...rest.contenders.filter(isPeer),
  { ...mobile, name: 'ours', does: 'mobile-bff as it ships', workload: 'rest-again' },
  ...graphqlRace.contenders.filter(isPeer),
  { ...graphql, name: 'ours-graphql', does: 'graphql-bff as it ships', workload: 'graphql-again' },
];
