import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, type OutputFile, build } from 'esbuild';
import { fontsAsFiles } from './fonts-as-files.ts';

export interface BundlePageOptions {
  /** The workspace root. */
  readonly root: string;
  /** Where the page's sources are. */
  readonly pageDir: string;
}

/** What Monaco runs beside the page, each as one file: a worker's policy lets it load nothing. */
const workers = {
  'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
  'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
  'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
};

/** Every file of the page by its name, with no folders. Parts that only some pages need are files of their own. */
export async function bundlePage({ root, pageDir }: BundlePageOptions): Promise<ReadonlyMap<string, Uint8Array>> {
  const shared = {
    absWorkingDir: root,
    outdir: path.join(root, 'out'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    // What the browsers of developers have had since 2023.
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    assetNames: '[name]',
    loader: { '.ttf': 'file', '.graphql': 'text' },
    logLevel: 'silent',
  } satisfies BuildOptions;
  const main = path.join(pageDir, 'main.tsx');
  const [page, style, worker] = await Promise.all([
    build({ ...shared, entryPoints: { main }, splitting: true, jsx: 'automatic' }),
    build({ ...shared, entryPoints: { page: path.join(pageDir, 'page.css') }, plugins: [fontsAsFiles] }),
    build({ ...shared, entryPoints: workers }),
  ]);
  const files = [...page.outputFiles, ...style.outputFiles, ...worker.outputFiles].map(
    (file) => [path.basename(file.path), file] as const,
  );
  return new Map<string, Uint8Array>([
    ...files.filter(([name]) => !isRepeatedStyle(name)).map(([name, file]) => [name, contentsOf(file)] as const),
    ['icon.svg', await readFile(path.join(pageDir, 'icon.svg'))],
  ]);
}

/** A part that is loaded later brings its style again; the page's own style has it already. */
const isRepeatedStyle = (name: string) => name.endsWith('.css') && name !== 'main.css' && name !== 'page.css';

const contentsOf = ({ contents }: OutputFile) => contents;
