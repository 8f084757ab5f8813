/** Exit codes of an app; 78 is EX_CONFIG of BSD's sysexits, which tells a supervisor that a restart will not help. */
export const exitCodes = { ok: 0, failed: 1, badConfiguration: 78 } as const;
