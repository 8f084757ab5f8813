// One Jest configuration for every project; nx passes --rootDir. Sources are ESM TypeScript, run as CommonJS here.
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Packages that ship ES modules only, and one whose CommonJS has `import()` in it, which Jest's own modules cannot do.
  transformIgnorePatterns: ['/node_modules/(?!(cockatiel|jose|@opentelemetry/otlp-exporter-base)/)'],
  injectGlobals: true,
  restoreMocks: true,
  testTimeout: 20_000,
  reporters: ['default', require.resolve('./tools/jest/count-reporter.cjs')],
};
