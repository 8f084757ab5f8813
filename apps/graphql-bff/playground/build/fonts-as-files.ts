import { createHash } from 'node:crypto';
import type { Plugin } from 'esbuild';

const dataUrl = /^data:font\/(\w+);base64,(.*)$/s;

/**
 * Turns the fonts that GraphiQL's style sheets carry inside into files of their own: a browser loads the few that it needs,
 * and the page's policy need not allow `data:` for fonts.
 */
export const fontsAsFiles: Plugin = {
  name: 'fonts-as-files',
  setup(build) {
    const fonts = new Map<string, Buffer>();
    build.onResolve({ filter: /^data:font\// }, ({ path }) => {
      const [, type, base64 = ''] = dataUrl.exec(path) ?? [];
      const font = Buffer.from(base64, 'base64');
      const name = `font-${createHash('sha256').update(font).digest('hex').slice(0, 8)}.${type}`;
      fonts.set(name, font);
      return { path: name, namespace: 'font' };
    });
    build.onLoad({ filter: /.*/, namespace: 'font' }, ({ path }) => ({
      contents: fonts.get(path) ?? '',
      loader: 'file',
    }));
  },
};
