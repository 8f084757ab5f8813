import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

/** Takes relative imports and the workspace's own libs into the bundle, and leaves every other package outside. */
export const bundleOwnCodeOnly: Plugin = {
  name: 'bundle-own-code-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@bff/')) return undefined;
      return { path: isBuiltin(path) && !path.startsWith('node:') ? `node:${path}` : path, external: true };
    });
  },
};
