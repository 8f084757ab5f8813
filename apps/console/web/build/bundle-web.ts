import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export interface BundleWebOptions {
  /** Where `index.html` is. */
  readonly webDir: string;
  readonly outDir: string;
}

export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  /** What goes over the wire. */
  readonly gzipBytes: number;
}

/**
 * One script and one style sheet, and nothing inline, so that the page's policy need not allow that. All views are in the
 * one script: the page must go on when the console that served it does not.
 */
export async function bundleWeb({ webDir, outDir }: BundleWebOptions): Promise<readonly FileSize[]> {
  // Vite takes it from the environment, and React brings other files with another: a test's must not get into the page.
  process.env['NODE_ENV'] = 'production';
  const made = await build({
    configFile: false,
    root: webDir,
    logLevel: 'silent',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      // What browsers have had since the middle of 2024: light-dark() is the youngest thing that the page uses.
      target: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
    },
  });
  if (!('output' in made)) throw new Error('Vite made something else than one bundle');
  return made.output.map((file) => {
    const contents = file.type === 'chunk' ? file.code : file.source;
    return { name: file.fileName, bytes: Buffer.byteLength(contents), gzipBytes: gzipSync(contents).byteLength };
  });
}
