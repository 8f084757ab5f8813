import type { AppKind } from '../wire/index.ts';

/** One process to watch. */
export interface Target {
  readonly app: string;
  readonly kind: AppKind;
  readonly team: string;
  /** Without a slash at the end. */
  readonly adminUrl: string;
  /** 0 for the first of its app. */
  readonly replica: number;
}

/** `payment` for `payment-service`: what BFFs call it. Undefined for a BFF. */
export const serviceOf = ({ app, kind }: Pick<Target, 'app' | 'kind'>): string | undefined =>
  kind === 'service' ? app.replace(/-service$/, '') : undefined;
