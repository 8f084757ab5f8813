import type { ParamShape } from '@bff/aggregation';
import type { z } from 'zod';

/** What a document tells of one section. */
export interface DocumentedSection {
  readonly key: string;
  readonly required: boolean;
  readonly needs: readonly string[];
  readonly view: { readonly schema: z.ZodType };
  readonly keep?: {
    readonly freshMs: number;
    readonly staleIfErrorMs: number;
    readonly audience: 'caller' | 'everyone';
  };
}

/** The parts of a route that its document is made from. Every `PageRoute` is one, whatever its page loads from. */
export interface DocumentedRoute {
  readonly path: string;
  /** The role that a caller must have, if any. */
  readonly access?: { readonly role: string };
  readonly page: {
    readonly name: string;
    readonly path: ParamShape;
    readonly query: ParamShape;
    readonly sections: readonly DocumentedSection[];
  };
}

/** Whether the section can be shown stale: it is kept, and for longer than it is fresh. */
export const canBeStale = ({ keep }: DocumentedSection): boolean => keep !== undefined && keep.staleIfErrorMs > 0;
