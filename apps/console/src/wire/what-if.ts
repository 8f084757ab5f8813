/** The body of `POST /api/circuits/{app}/{service}/what-if`: limits as in `config/*.yaml`. */
export interface WhatIfRequest {
  readonly breaker: Readonly<Record<string, number>>;
  readonly attemptMs?: number | undefined;
}

/** The last minutes of recorded calls of one replica, played against the limits as they are and as proposed. */
export interface WhatIf {
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  readonly pages: number;
  readonly current: WhatIfOutcome;
  readonly proposed: WhatIfOutcome;
  /** Calls that the real circuit refused at the time, so nobody knows how they would have ended. */
  readonly unknownCalls: number;
}

export interface WhatIfOutcome {
  readonly openings: readonly { readonly at: string; readonly reason: string; readonly openForMs: number }[];
  readonly refusedCalls: number;
  readonly degradedPages: number;
  readonly degradedShare: number;
}

/** One for each replica that answered: each has calls of its own. */
export interface WhatIfAnswer {
  readonly replicas: readonly { readonly replica: number; readonly adminUrl: string; readonly whatIf: WhatIf }[];
  /** A line for each replica that could not be asked. */
  readonly problems: readonly string[];
}
