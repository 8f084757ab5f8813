// Made from apps/mobile-bff/openapi.json by: npm run openapi -- write

export interface paths {
  readonly '/v1/home': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Home page
     * @description Sections:
     *
     *     - `profile`: may be missing; up to 30 s old; stale for up to 1 d more while it cannot be loaded
     *     - `orders`: may be missing; stale for up to 5 min while it cannot be loaded
     *     - `thumbnails`: may be missing; up to 10 min old; stale for up to 1 d more while it cannot be loaded
     *     - `paymentAttention`: may be missing
     */
    readonly get: operations['getHomePage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/orders': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Orders page
     * @description Sections:
     *
     *     - `orders`: required; stale for up to 5 min while it cannot be loaded
     *     - `thumbnails`: may be missing; up to 10 min old; stale for up to 1 d more while it cannot be loaded
     */
    readonly get: operations['getOrdersPage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/orders/{orderId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Order page
     * @description Sections:
     *
     *     - `order`: required; stale for up to 5 min while it cannot be loaded
     *     - `customer`: may be missing; up to 30 s old; stale for up to 1 d more while it cannot be loaded
     *     - `payment`: may be missing
     *     - `stock`: may be missing; up to 2 s old; stale for up to 5 min more while it cannot be loaded
     */
    readonly get: operations['getOrderPage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/profile': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Profile page
     * @description Sections:
     *
     *     - `profile`: required; up to 10 s old; stale for up to 1 d more while it cannot be loaded
     */
    readonly get: operations['getProfilePage'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @example ord_00001 */
    readonly OrderId: string;
    readonly HomePage: {
      readonly data: {
        /** @description null when it failed */
        readonly profile: {
          readonly greeting: string;
          readonly tier: components['schemas']['UserTier'];
        } | null;
        /** @description null when it failed */
        readonly orders:
          | readonly {
              readonly id: components['schemas']['OrderId'];
              readonly status: components['schemas']['OrderStatus'];
              readonly placedAt: components['schemas']['Instant'];
              readonly total: components['schemas']['Money'];
            }[]
          | null;
        /** @description null when it failed */
        readonly thumbnails: {
          readonly [key: string]: string;
        } | null;
        /** @description null when it failed */
        readonly paymentAttention: {
          readonly [key: string]: boolean;
        } | null;
      };
      readonly meta: {
        /** @description No section failed */
        readonly complete: boolean;
        /** @description A section failed or is stale */
        readonly degraded: boolean;
        /** @description Names this request in our logs; the same as X-Request-Id */
        readonly requestId: string;
        /** @description Only the sections that are not as they should be */
        readonly sections: {
          readonly profile?: components['schemas']['StaleOrFailedSection'];
          readonly orders?: components['schemas']['StaleOrFailedSection'];
          readonly thumbnails?: components['schemas']['StaleOrFailedSection'];
          readonly paymentAttention?: components['schemas']['FailedSection'];
        };
      };
    };
    /** @enum {string} */
    readonly UserTier: 'standard' | 'silver' | 'gold' | 'platinum';
    /** @enum {string} */
    readonly OrderStatus: 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';
    /**
     * Format: date-time
     * @description ISO 8601, UTC
     * @example 2026-10-31T09:30:00.000Z
     */
    readonly Instant: string;
    /**
     * @description An amount in integer minor units
     * @example {
     *       "amount": 1290,
     *       "currency": "EUR"
     *     }
     */
    readonly Money: {
      /** @description Integer minor units of the currency */
      readonly amount: number;
      readonly currency: components['schemas']['Currency'];
    };
    /**
     * @description ISO 4217 code
     * @example EUR
     * @example JPY
     * @example KWD
     */
    readonly Currency: string;
    readonly StaleOrFailedSection: components['schemas']['StaleSection'] | components['schemas']['FailedSection'];
    /** @description The value is there, but it is an older one */
    readonly StaleSection: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      readonly status: 'stale';
      /** @description How long ago the value was loaded */
      readonly ageSeconds: number;
      /**
       * @description Why there is no newer value
       * @enum {string}
       */
      readonly code:
        | 'DOWNSTREAM_TIMEOUT'
        | 'DOWNSTREAM_UNAVAILABLE'
        | 'DOWNSTREAM_CIRCUIT_OPEN'
        | 'DOWNSTREAM_OVERLOADED'
        | 'DOWNSTREAM_RATE_LIMITED'
        | 'DOWNSTREAM_BAD_RESPONSE'
        | 'BUDGET_EXHAUSTED';
    };
    /** @description The value could not be had; its key in `data` is null */
    readonly FailedSection: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      readonly status: 'failed';
      readonly code: components['schemas']['SectionCode'];
      /** @description Whether the same request may succeed later with nothing changed */
      readonly retryable: boolean;
      /** @description When to try again, in milliseconds; always there when retryable */
      readonly retryAfterMs?: number;
    };
    /**
     * @description Why a section has no fresh value. A closed list.
     * @enum {string}
     */
    readonly SectionCode:
      | 'DOWNSTREAM_TIMEOUT'
      | 'DOWNSTREAM_UNAVAILABLE'
      | 'DOWNSTREAM_CIRCUIT_OPEN'
      | 'DOWNSTREAM_OVERLOADED'
      | 'DOWNSTREAM_RATE_LIMITED'
      | 'DOWNSTREAM_BAD_RESPONSE'
      | 'BUDGET_EXHAUSTED'
      | 'NOT_FOUND'
      | 'FORBIDDEN';
    /** @description RFC 9457 problem details */
    readonly Problem: {
      /**
       * @description The kind as a URI
       * @example urn:bff:problem:downstream-timeout
       */
      readonly type: string;
      readonly title: string;
      readonly status: number;
      readonly detail?: string;
      readonly code: components['schemas']['ProblemCode'];
      readonly requestId?: string;
      /** @description The section to blame */
      readonly section?: string;
      /** @description The service to blame */
      readonly service?: string;
      readonly retryable?: boolean;
      readonly retryAfterMs?: number;
      /** @description Every section that had failed when the page was given up */
      readonly sections?: {
        readonly [key: string]: components['schemas']['FailedSection'];
      };
      /** @description Every part of the request that was refused */
      readonly errors?: readonly components['schemas']['FieldError'][];
    };
    /**
     * @description The kind. A closed list.
     * @enum {string}
     */
    readonly ProblemCode:
      | 'BAD_REQUEST'
      | 'UNAUTHENTICATED'
      | 'FORBIDDEN'
      | 'NOT_FOUND'
      | 'INTERNAL_ERROR'
      | 'DOWNSTREAM_UNAVAILABLE'
      | 'DOWNSTREAM_BAD_RESPONSE'
      | 'DOWNSTREAM_CIRCUIT_OPEN'
      | 'DOWNSTREAM_OVERLOADED'
      | 'DOWNSTREAM_RATE_LIMITED'
      | 'BUDGET_EXHAUSTED'
      | 'OVERLOADED'
      | 'SHUTTING_DOWN'
      | 'DOWNSTREAM_TIMEOUT'
      | 'REQUEST_TIMEOUT'
      | 'LENGTH_REQUIRED'
      | 'CONTENT_TOO_LARGE'
      | 'URI_TOO_LONG'
      | 'EXPECTATION_FAILED'
      | 'REQUEST_HEADER_FIELDS_TOO_LARGE';
    /** @description A part of the request that was refused, and what is allowed there */
    readonly FieldError: {
      /** @enum {string} */
      readonly in: 'query' | 'path' | 'header' | 'body';
      readonly field: string;
      readonly reason: string;
    };
    readonly OrdersPage: {
      readonly data: {
        readonly orders: {
          readonly items: readonly {
            readonly id: components['schemas']['OrderId'];
            readonly status: components['schemas']['OrderStatus'];
            readonly placedAt: components['schemas']['Instant'];
            readonly total: components['schemas']['Money'];
          }[];
          readonly nextCursor: string | null;
        };
        /** @description null when it failed */
        readonly thumbnails: {
          readonly [key: string]: string;
        } | null;
      };
      readonly meta: {
        /** @description No section failed */
        readonly complete: boolean;
        /** @description A section failed or is stale */
        readonly degraded: boolean;
        /** @description Names this request in our logs; the same as X-Request-Id */
        readonly requestId: string;
        /** @description Only the sections that are not as they should be */
        readonly sections: {
          readonly orders?: components['schemas']['StaleSection'];
          readonly thumbnails?: components['schemas']['StaleOrFailedSection'];
        };
      };
    };
    readonly OrderPage: {
      readonly data: {
        readonly order: {
          readonly id: components['schemas']['OrderId'];
          readonly status: components['schemas']['OrderStatus'];
          readonly placedAt: components['schemas']['Instant'];
          readonly total: components['schemas']['Money'];
          readonly lines: readonly {
            readonly sku: components['schemas']['Sku'];
            readonly name: string;
            readonly quantity: number;
            /** @description In minor units of the currency of the total, as charged */
            readonly unitPrice: number;
          }[];
          readonly shipTo: {
            readonly recipient: string;
            readonly city: string;
            readonly country: string;
          };
        };
        /** @description null when it failed */
        readonly customer: {
          readonly name: string;
          readonly tier: components['schemas']['UserTier'];
        } | null;
        /** @description null when it failed */
        readonly payment:
          | (
              | {
                  /** @constant */
                  readonly status: 'none';
                }
              | {
                  readonly status: components['schemas']['PaymentStatus'];
                  readonly method: {
                    /**
                     * @example visa
                     * @example mastercard
                     */
                    readonly brand: string;
                    readonly last4: string;
                  };
                  readonly amount: components['schemas']['Money'];
                  /** @description Sum of the refunds; absent when there is none */
                  readonly refunded?: components['schemas']['Money'];
                }
            )
          | null;
        /** @description null when it failed */
        readonly stock:
          | readonly {
              readonly sku: components['schemas']['Sku'];
              readonly available: number;
              /**
               * @description Only when no warehouse keeps it any more
               * @constant
               */
              readonly stocked?: false;
            }[]
          | null;
      };
      readonly meta: {
        /** @description No section failed */
        readonly complete: boolean;
        /** @description A section failed or is stale */
        readonly degraded: boolean;
        /** @description Names this request in our logs; the same as X-Request-Id */
        readonly requestId: string;
        /** @description Only the sections that are not as they should be */
        readonly sections: {
          readonly order?: components['schemas']['StaleSection'];
          readonly customer?: components['schemas']['StaleOrFailedSection'];
          readonly payment?: components['schemas']['FailedSection'];
          readonly stock?: components['schemas']['StaleOrFailedSection'];
        };
      };
    };
    /** @example SKU-0001 */
    readonly Sku: string;
    /** @enum {string} */
    readonly PaymentStatus: 'authorised' | 'captured' | 'failed' | 'partially_refunded' | 'refunded';
    readonly ProfilePage: {
      readonly data: {
        readonly profile: {
          readonly name: string;
          readonly email: string;
          readonly tier: components['schemas']['UserTier'];
          readonly language: string;
          readonly currency: components['schemas']['Currency'];
          readonly addresses: readonly components['schemas']['SavedAddress'][];
        };
      };
      readonly meta: {
        /** @description No section failed */
        readonly complete: boolean;
        /** @description A section failed or is stale */
        readonly degraded: boolean;
        /** @description Names this request in our logs; the same as X-Request-Id */
        readonly requestId: string;
        /** @description Only the sections that are not as they should be */
        readonly sections: {
          readonly profile?: components['schemas']['StaleSection'];
        };
      };
    };
    readonly SavedAddress: {
      readonly recipient: string;
      readonly street: string;
      readonly city: string;
      readonly region?: string;
      readonly postalCode: string;
      /**
       * @description ISO 3166-1 alpha-2
       * @example DE
       */
      readonly country: string;
      readonly label: string;
    };
  };
  responses: {
    /** @description A parameter is not valid; `errors` names each */
    readonly BadRequest: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:bad-request",
         *       "title": "The request is not valid",
         *       "status": 400,
         *       "code": "BAD_REQUEST",
         *       "detail": "query limit: must be an integer from 1 to 50, was \"x\"",
         *       "errors": [
         *         {
         *           "in": "query",
         *           "field": "limit",
         *           "reason": "must be an integer from 1 to 50, was \"x\""
         *         }
         *       ],
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 400;
          /** @enum {string} */
          readonly code: 'BAD_REQUEST';
          readonly errors: readonly components['schemas']['FieldError'][];
        };
      };
    };
    /** @description The token is missing or not accepted */
    readonly Unauthenticated: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'WWW-Authenticate': components['headers']['Challenge'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:unauthenticated",
         *       "title": "Authentication is required",
         *       "status": 401,
         *       "code": "UNAUTHENTICATED",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 401;
          /** @enum {string} */
          readonly code: 'UNAUTHENTICATED';
        };
      };
    };
    /** @description This caller may not see it */
    readonly Forbidden: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'BFF-Complete': components['headers']['Incomplete'];
        readonly 'BFF-Sections': components['headers']['Sections'];
        readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
        readonly 'Server-Timing': components['headers']['Timing'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:forbidden",
         *       "title": "Not allowed",
         *       "status": 403,
         *       "code": "FORBIDDEN",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 403;
          /** @enum {string} */
          readonly code: 'FORBIDDEN';
        };
      };
    };
    /** @description There is no such thing, or not for this caller */
    readonly NotFound: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'BFF-Complete': components['headers']['Incomplete'];
        readonly 'BFF-Sections': components['headers']['Sections'];
        readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
        readonly 'Server-Timing': components['headers']['Timing'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:not-found",
         *       "title": "Not found",
         *       "status": 404,
         *       "code": "NOT_FOUND",
         *       "retryable": false,
         *       "section": "order",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 404;
          /** @enum {string} */
          readonly code: 'NOT_FOUND';
        };
      };
    };
    /** @description A defect of ours; it was logged under the request id */
    readonly InternalError: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:internal-error",
         *       "title": "Something went wrong on our side",
         *       "status": 500,
         *       "code": "INTERNAL_ERROR",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 500;
          /** @enum {string} */
          readonly code: 'INTERNAL_ERROR';
        };
      };
    };
    /** @description A service that the page needs is unavailable or gave no usable answer */
    readonly BadGateway: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'BFF-Complete': components['headers']['Incomplete'];
        readonly 'BFF-Sections': components['headers']['Sections'];
        readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
        readonly 'Server-Timing': components['headers']['Timing'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:downstream-unavailable",
         *       "title": "A service is unavailable",
         *       "status": 502,
         *       "code": "DOWNSTREAM_UNAVAILABLE",
         *       "retryable": true,
         *       "retryAfterMs": 2000,
         *       "section": "order",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 502;
          /** @enum {string} */
          readonly code: 'DOWNSTREAM_UNAVAILABLE' | 'DOWNSTREAM_BAD_RESPONSE';
        };
      };
    };
    /** @description The page cannot be had at the moment; `Retry-After` says when to try again */
    readonly ServiceUnavailable: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'BFF-Complete': components['headers']['Incomplete'];
        readonly 'BFF-Sections': components['headers']['Sections'];
        readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
        readonly 'Server-Timing': components['headers']['Timing'];
        readonly 'Retry-After': components['headers']['RetryAfter'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:downstream-circuit-open",
         *       "title": "A service is resting after repeated failures",
         *       "status": 503,
         *       "code": "DOWNSTREAM_CIRCUIT_OPEN",
         *       "retryable": true,
         *       "retryAfterMs": 5000,
         *       "section": "order",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 503;
          /** @enum {string} */
          readonly code:
            | 'DOWNSTREAM_CIRCUIT_OPEN'
            | 'DOWNSTREAM_OVERLOADED'
            | 'DOWNSTREAM_RATE_LIMITED'
            | 'BUDGET_EXHAUSTED'
            | 'DOWNSTREAM_UNAVAILABLE'
            | 'OVERLOADED'
            | 'SHUTTING_DOWN';
        };
      };
    };
    /** @description A service that the page needs did not answer in time */
    readonly GatewayTimeout: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestId'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly 'BFF-Complete': components['headers']['Incomplete'];
        readonly 'BFF-Sections': components['headers']['Sections'];
        readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
        readonly 'Server-Timing': components['headers']['Timing'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:downstream-timeout",
         *       "title": "A service did not answer in time",
         *       "status": 504,
         *       "code": "DOWNSTREAM_TIMEOUT",
         *       "retryable": true,
         *       "retryAfterMs": 2000,
         *       "section": "order",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @constant */
          readonly status: 504;
          /** @enum {string} */
          readonly code: 'DOWNSTREAM_TIMEOUT';
        };
      };
    };
    /** @description The request was refused before its path was looked at: too large, too slow, or malformed */
    readonly RefusedRequest: {
      headers: {
        readonly 'Cache-Control': components['headers']['NoStore'];
        readonly 'X-Request-Id': components['headers']['RequestIdIfAny'];
        readonly Vary: components['headers']['ProblemVary'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:bff:problem:uri-too-long",
         *       "title": "The URL is too long",
         *       "status": 414,
         *       "code": "URI_TOO_LONG",
         *       "requestId": "0f5e1c2a"
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {number} */
          readonly status: 408 | 411 | 413 | 414 | 417 | 431;
          /** @enum {string} */
          readonly code:
            | 'REQUEST_TIMEOUT'
            | 'LENGTH_REQUIRED'
            | 'CONTENT_TOO_LARGE'
            | 'URI_TOO_LONG'
            | 'EXPECTATION_FAILED'
            | 'REQUEST_HEADER_FIELDS_TOO_LARGE';
        };
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description Whether no section failed (RFC 9651) */
    readonly Complete: '?1' | '?0';
    /** @description The sections that are not as they should be (RFC 9651) */
    readonly Sections: string;
    /** @description `no-store` when a section failed or is stale */
    readonly PageCaching: 'private, no-cache' | 'no-store';
    /** @description Names this request in our logs */
    readonly RequestId: string;
    /** @description The request headers that the answer depends on */
    readonly Vary: string;
    /** @description The preference that was followed (RFC 7240); only when one was stated */
    readonly PreferenceApplied: 'handling=strict' | 'handling=lenient';
    /** @description How long each section took, in milliseconds; not in production */
    readonly Timing: string;
    /** @description A problem is never kept */
    readonly NoStore: 'no-store';
    /** @description The request headers that the answer depends on */
    readonly ProblemVary: string;
    /** @description What is asked for, and what is wrong with the token (RFC 6750) */
    readonly Challenge: string;
    /** @description The page could not be answered (RFC 9651) */
    readonly Incomplete: '?0';
    /** @description Seconds after which to try again */
    readonly RetryAfter: number;
    /** @description Names this request in our logs; not when its head could not be read */
    readonly RequestIdIfAny: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getHomePage: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description `handling=strict` makes a page of which a section failed a problem (RFC 7240) */
        readonly Prefer?: 'handling=strict' | 'handling=lenient';
        /** @description Which app asks, as `ios/5.2.1`: pages are counted by it. Anything else is counted as unknown */
        readonly 'X-Client'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The page, whole or partial */
      readonly 200: {
        headers: {
          readonly 'BFF-Complete': components['headers']['Complete'];
          readonly 'BFF-Sections': components['headers']['Sections'];
          readonly 'Cache-Control': components['headers']['PageCaching'];
          readonly 'X-Request-Id': components['headers']['RequestId'];
          readonly Vary: components['headers']['Vary'];
          readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
          readonly 'Server-Timing': components['headers']['Timing'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['HomePage'];
        };
      };
      readonly 400: components['responses']['BadRequest'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 500: components['responses']['InternalError'];
      readonly 502: components['responses']['BadGateway'];
      readonly 503: components['responses']['ServiceUnavailable'];
      readonly 504: components['responses']['GatewayTimeout'];
      readonly '4XX': components['responses']['RefusedRequest'];
    };
  };
  readonly getOrdersPage: {
    readonly parameters: {
      readonly query?: {
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: {
        /** @description `handling=strict` makes a page of which a section failed a problem (RFC 7240) */
        readonly Prefer?: 'handling=strict' | 'handling=lenient';
        /** @description Which app asks, as `ios/5.2.1`: pages are counted by it. Anything else is counted as unknown */
        readonly 'X-Client'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The page, whole or partial */
      readonly 200: {
        headers: {
          readonly 'BFF-Complete': components['headers']['Complete'];
          readonly 'BFF-Sections': components['headers']['Sections'];
          readonly 'Cache-Control': components['headers']['PageCaching'];
          readonly 'X-Request-Id': components['headers']['RequestId'];
          readonly Vary: components['headers']['Vary'];
          readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
          readonly 'Server-Timing': components['headers']['Timing'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrdersPage'];
        };
      };
      readonly 400: components['responses']['BadRequest'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 500: components['responses']['InternalError'];
      readonly 502: components['responses']['BadGateway'];
      readonly 503: components['responses']['ServiceUnavailable'];
      readonly 504: components['responses']['GatewayTimeout'];
      readonly '4XX': components['responses']['RefusedRequest'];
    };
  };
  readonly getOrderPage: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description `handling=strict` makes a page of which a section failed a problem (RFC 7240) */
        readonly Prefer?: 'handling=strict' | 'handling=lenient';
        /** @description Which app asks, as `ios/5.2.1`: pages are counted by it. Anything else is counted as unknown */
        readonly 'X-Client'?: string;
      };
      readonly path: {
        readonly orderId: components['schemas']['OrderId'];
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The page, whole or partial */
      readonly 200: {
        headers: {
          readonly 'BFF-Complete': components['headers']['Complete'];
          readonly 'BFF-Sections': components['headers']['Sections'];
          readonly 'Cache-Control': components['headers']['PageCaching'];
          readonly 'X-Request-Id': components['headers']['RequestId'];
          readonly Vary: components['headers']['Vary'];
          readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
          readonly 'Server-Timing': components['headers']['Timing'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderPage'];
        };
      };
      readonly 400: components['responses']['BadRequest'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 500: components['responses']['InternalError'];
      readonly 502: components['responses']['BadGateway'];
      readonly 503: components['responses']['ServiceUnavailable'];
      readonly 504: components['responses']['GatewayTimeout'];
      readonly '4XX': components['responses']['RefusedRequest'];
    };
  };
  readonly getProfilePage: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description `handling=strict` makes a page of which a section failed a problem (RFC 7240) */
        readonly Prefer?: 'handling=strict' | 'handling=lenient';
        /** @description Which app asks, as `ios/5.2.1`: pages are counted by it. Anything else is counted as unknown */
        readonly 'X-Client'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The page, whole or partial */
      readonly 200: {
        headers: {
          readonly 'BFF-Complete': components['headers']['Complete'];
          readonly 'BFF-Sections': components['headers']['Sections'];
          readonly 'Cache-Control': components['headers']['PageCaching'];
          readonly 'X-Request-Id': components['headers']['RequestId'];
          readonly Vary: components['headers']['Vary'];
          readonly 'Preference-Applied': components['headers']['PreferenceApplied'];
          readonly 'Server-Timing': components['headers']['Timing'];
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProfilePage'];
        };
      };
      readonly 400: components['responses']['BadRequest'];
      readonly 401: components['responses']['Unauthenticated'];
      readonly 403: components['responses']['Forbidden'];
      readonly 404: components['responses']['NotFound'];
      readonly 500: components['responses']['InternalError'];
      readonly 502: components['responses']['BadGateway'];
      readonly 503: components['responses']['ServiceUnavailable'];
      readonly 504: components['responses']['GatewayTimeout'];
      readonly '4XX': components['responses']['RefusedRequest'];
    };
  };
}
