import type { Proof } from './proof.ts';

const runSection = 'libs/aggregation/src/run-section.ts';
const exchange = 'libs/downstream-clients/src/http/exchange.ts';

/** At least one for each check. */
export const proofs: readonly Proof[] = [
  {
    check: 'status',
    removed: 'a page ends as a problem when a required section failed',
    edits: [
      {
        file: 'libs/aggregation/src/run-page.ts',
        find: "(section.required || this.run.handling === 'strict')",
        replace: "this.run.handling === 'strict'",
      },
    ],
    rows: ['refuse'],
    columns: ['order'],
  },
  {
    check: 'sections',
    removed: 'the name under which a section is promised',
    edits: [
      {
        file: 'apps/mobile-bff/src/pages/order/order.page.ts',
        find: ".optional('customer', {",
        replace: ".optional('buyer', {",
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'flags',
    removed: '`Cache-Control: no-store` on what is not whole',
    edits: [
      {
        file: 'libs/aggregation/src/envelope.ts',
        find: "'Cache-Control': list === undefined ? 'private, no-cache' : 'no-store',",
        replace: "'Cache-Control': 'private, no-cache',",
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'codes',
    removed: 'a 5xx is told apart from an answer that cannot be used',
    edits: [
      {
        file: 'libs/downstream-clients/src/http/answer-status.ts',
        find: 'if (status >= 500) {',
        replace: 'if (status >= 600) {',
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'codes',
    removed: 'slow calls open the circuit too',
    edits: [
      {
        file: 'libs/resilience/src/breaker-state-machine.ts',
        find: 'const slow = durationMs > this.#options.limits().breaker.slowCallMs;',
        replace: 'const slow = durationMs === Infinity;',
      },
    ],
    rows: ['slow'],
    columns: ['payment'],
  },
  {
    check: 'isolation',
    removed: 'a circuit breaker for each service, instead of one for all',
    edits: [
      {
        file: 'libs/downstream-clients/src/create-policies.ts',
        find: 'return createServicePolicy({',
        replace: 'return (policyOf as { one?: ServicePolicy }).one ??= createServicePolicy({',
      },
    ],
    rows: ['refuse'],
    columns: ['order+inventory'],
  },
  {
    check: 'values',
    removed: 'an error is a failed section, instead of an empty list',
    edits: [
      {
        file: runSection,
        find: 'return endOfThrown(error, late);',
        replace: "return { outcome: { status: 'ok', value: [] as never }, value: [] };",
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'kept',
    removed: 'a value from before is marked as stale',
    edits: [
      { file: runSection, find: "if (obtained.status !== 'stale') return", replace: 'if (obtained.value) return' },
    ],
    rows: ['refuse'],
    columns: ['order'],
  },
  {
    check: 'kept',
    removed: 'redirects are not followed',
    edits: [
      {
        file: 'libs/downstream-clients/src/http/connection-pool.ts',
        find: 'return new Pool(origin, {',
        replace: 'return withRedirects(origin, {',
      },
      {
        file: 'libs/downstream-clients/src/http/connection-pool.ts',
        find: "import { Pool } from 'undici';",
        replace:
          "import { Pool, interceptors } from 'undici';\n" +
          'const withRedirects = (origin: string, options: Pool.Options): Pool =>\n' +
          '  new Pool(origin, options).compose(interceptors.redirect({ maxRedirections: 3 })) as unknown as Pool;',
      },
    ],
    rows: ['redirect'],
    columns: ['payment'],
  },
  {
    check: 'kept',
    removed: 'an answer of more than 1 MiB is refused',
    edits: [
      {
        file: 'libs/downstream-clients/src/http/connection-pool.ts',
        find: 'maxResponseSize: MAX_ANSWER_BYTES,',
        replace: 'maxResponseSize: -1,',
      },
    ],
    rows: ['oversized'],
    columns: ['payment'],
  },
  {
    check: 'kept',
    removed: 'the content type of an answer is looked at',
    edits: [
      {
        file: 'libs/downstream-clients/src/http/json-answer.ts',
        find: "if (typeof type !== 'string' || !jsonType.test(type)) throw",
        replace: "if (typeof type !== 'string') throw",
      },
    ],
    rows: ['content-type'],
    columns: ['payment'],
  },
  {
    check: 'latency',
    removed: "the page's deadline, with attempts that may take four times as long",
    edits: [
      {
        file: 'libs/resilience/src/attempt-deadline.ts',
        find: 'Math.min(attemptMs, ',
        replace: 'Math.min(attemptMs * 4, ',
      },
      {
        file: 'libs/rest-pages/src/answer-page.ts',
        find: 'const deadline = Deadline.after(budgetMs - ',
        replace: 'const deadline = Deadline.after(60_000 - ',
      },
    ],
    rows: ['hang'],
    columns: ['payment'],
  },
  {
    check: 'amplification',
    removed: 'the retry budget',
    edits: [{ file: 'libs/resilience/src/retry-budget.ts', find: 'if (remaining() < 1) return false;', replace: '' }],
    rows: ['intermittent'],
    // In one, the circuit may happen to open before the budget would have been spent.
    columns: ['order', 'order+user', 'order+payment', 'order+inventory'],
  },
  {
    check: 'recovery',
    removed: 'an open circuit lets probes through when its time is over',
    edits: [
      {
        file: 'libs/resilience/src/breaker-state-machine.ts',
        find: 'const waitMs = this.#openUntil(state) - this.#options.clock.now();',
        replace: 'const waitMs = this.#openUntil(state) - this.#options.clock.now() + 60_000;',
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'connections',
    removed: 'an attempt that is given up ends its exchange',
    edits: [{ file: exchange, find: 'this.#controller?.abort(this.#cancelled);', replace: '' }],
    rows: ['hang'],
    columns: ['payment'],
  },
  {
    check: 'leftovers',
    removed: 'the deadline of a shared load is let go when the load ends (one of ten minutes, so that it shows)',
    edits: [
      {
        file: 'libs/aggregation/src/obtain-value.ts',
        find: 'const deadline = Deadline.after(ms, options);',
        replace: 'const deadline = Deadline.after(ms + 600_000, options);',
      },
      { file: 'libs/aggregation/src/obtain-value.ts', find: '    deadline.dispose();', replace: '' },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'memory',
    removed: 'what an exchange has read is let go when it ends',
    edits: [
      {
        file: exchange,
        find: "signal.addEventListener?.('abort', this.#cancel);",
        replace: '((globalThis as { kept?: unknown[] }).kept ??= []).push(this);',
      },
    ],
    rows: ['oversized'],
    columns: ['order', 'payment', 'inventory', 'order+payment', 'all'],
  },
  {
    check: 'crashes',
    removed: 'a section takes whatever its loader throws',
    edits: [{ file: runSection, find: 'return endOfThrown(error, late);', replace: 'throw error;' }],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'secrets',
    removed: "the access line leaves the request's headers out",
    edits: [
      {
        file: 'libs/service-shell/src/app/access-log.ts',
        find: '      method,\n      route,',
        replace: '      method,\n      note: req.headers.authorization,\n      route,',
      },
    ],
    rows: ['error'],
    columns: ['payment'],
  },
  {
    check: 'defects',
    removed: 'a body that is not JSON is an answer that breaks the contract',
    edits: [
      {
        file: 'libs/downstream-clients/src/http/json-answer.ts',
        find: "throw new ContractBreach('the body is not JSON');",
        replace: "throw new SyntaxError('not JSON');",
      },
    ],
    rows: ['malformed'],
    columns: ['payment'],
  },
];
