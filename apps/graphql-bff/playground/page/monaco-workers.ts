const fileByLabel: Readonly<Record<string, string>> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

/** Tells Monaco where its workers are: beside this file. Without it, Monaco would do their work on the page itself. */
export function provideMonacoWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string) =>
        new Worker(new URL(fileByLabel[label] ?? 'editor.worker.js', import.meta.url), { type: 'module' }),
    },
  });
}
