// GraphQL Yoga on Node's own server. Parsed and validated documents are kept, as it ships.
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { requiredEnv } from '../required-env.ts';
import { shopLoaders } from './shop-loaders.ts';
import { type ShopContext, resolvers } from './shop-resolvers.ts';
import { typeDefs } from './shop-schema.ts';
import { shopServices } from './shop-services.ts';

const services = shopServices(requiredEnv('DOWNSTREAM_URL'));
const yoga = createYoga<object, ShopContext>({
  schema: createSchema<ShopContext>({ typeDefs, resolvers }),
  context: () => ({ loaders: shopLoaders(services) }),
  graphiql: false,
  landingPage: false,
});

createServer(yoga).listen(Number(requiredEnv('PORT')), '127.0.0.1', () => process.send?.('ready'));
