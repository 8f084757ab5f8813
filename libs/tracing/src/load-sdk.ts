/** The OpenTelemetry packages. */
export type Sdk = Awaited<ReturnType<typeof loadSdk>>;

/**
 * Loads them. Nothing else in this lib may import them but for their types: in a bundled app a static import of a package
 * is loaded at the start, wherever it stands.
 */
export async function loadSdk() {
  const [api, core, resources, trace, exporter] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  return { api, core, resources, trace, exporter };
}
