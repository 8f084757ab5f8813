/** What every cell is checked for, in the order of the report. */
export const checks = {
  status: 'an answer, with the status that its code has; a problem only when a required section or all are missing',
  sections: 'a page shows the sections that are promised, no more and no less',
  flags: 'body and headers say the same, a missing section is null, and what is not whole is not kept',
  codes: 'the code is one that this fault has, and so is whether trying again helps',
  isolation: 'sections of the other services are there',
  values: 'what is shown is byte-equal to the whole page',
  kept: 'what was kept stands in, marked as stale, where that is promised, and nowhere else',
  latency: 'the answer is there within the page budget',
  amplification: 'calls stay within 1.10 times those that pages ask for, and the retries allowed a second',
  recovery: 'pages are whole again soon after, with nobody’s help',
  connections: 'calls that were given up hold no connection, and afterwards none is left',
  leftovers: 'timers and listeners are back to where they were',
  memory: 'memory grows by what is kept, and no more',
  crashes: 'no unhandled rejection, no warning, no process ended',
  secrets: 'no token in any output',
  defects: 'no line at level error',
} as const;

export type Check = keyof typeof checks;

export const checkNames = Object.keys(checks) as readonly Check[];

/** One thing that was not as it should be. */
export interface Violation {
  readonly check: Check;
  /** Of a page: `web-bff order`; of a process: its name. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}
