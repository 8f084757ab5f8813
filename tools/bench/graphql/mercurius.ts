// Fastify with mercurius, which compiles a query when it has come for the second time.
import { fastify } from 'fastify';
import mercurius from 'mercurius';
import { requiredEnv } from '../required-env.ts';
import { type ShopLoaders, shopLoaders } from './shop-loaders.ts';
import { resolvers } from './shop-resolvers.ts';
import { typeDefs } from './shop-schema.ts';
import { shopServices } from './shop-services.ts';

declare module 'mercurius' {
  interface MercuriusContext {
    readonly loaders: ShopLoaders;
  }
}

const services = shopServices(requiredEnv('DOWNSTREAM_URL'));
const app = fastify();
await app.register(mercurius.default, {
  schema: typeDefs,
  resolvers,
  context: () => ({ loaders: shopLoaders(services) }),
  jit: 1,
});
await app.listen({ port: Number(requiredEnv('PORT')), host: '127.0.0.1' });
process.send?.('ready');
