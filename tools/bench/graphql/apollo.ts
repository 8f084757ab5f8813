// Apollo Server by itself, as its documentation begins.
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { requiredEnv } from '../required-env.ts';
import { shopLoaders } from './shop-loaders.ts';
import { type ShopContext, resolvers } from './shop-resolvers.ts';
import { typeDefs } from './shop-schema.ts';
import { shopServices } from './shop-services.ts';

const services = shopServices(requiredEnv('DOWNSTREAM_URL'));
const server = new ApolloServer<ShopContext>({
  typeDefs,
  resolvers,
  introspection: false,
  includeStacktraceInErrorResponses: false,
  plugins: [ApolloServerPluginLandingPageDisabled()],
});
await startStandaloneServer(server, {
  context: () => Promise.resolve({ loaders: shopLoaders(services) }),
  listen: { port: Number(requiredEnv('PORT')), host: '127.0.0.1' },
});
process.send?.('ready');
