import type { AppKind, AppState } from '../../../src/wire/index.ts';

/** An app with all of its replicas. */
export interface AppGroup {
  readonly app: string;
  readonly kind: AppKind;
  readonly team: string;
  /** The name that BFFs call it by; null for a BFF. */
  readonly service: string | null;
  readonly replicas: readonly AppState[];
}

/** The apps in the order in which the console watches them. */
export function appGroups(apps: readonly AppState[]): readonly AppGroup[] {
  const groups = Map.groupBy(apps, ({ app }) => app);
  return [...groups].flatMap(([app, replicas]) => {
    const [first] = replicas;
    return first ? [{ app, kind: first.kind, team: first.team, service: first.service, replicas }] : [];
  });
}

export const isDead = ({ replicas }: AppGroup): boolean => replicas.every(({ status }) => status === 'dead');

export const livingOf = ({ replicas }: AppGroup): readonly AppState[] =>
  replicas.filter(({ status }) => status !== 'dead');

/** `payment` where BFFs call it so, else the app's own name. */
export const shortName = ({ app, service }: Pick<AppGroup, 'app' | 'service'>): string => service ?? app;

/** `mobile-bff`, or `mobile-bff 2` where there are several. */
export const replicaName = ({ app, replica }: Pick<AppState, 'app' | 'replica'>, of: number): string =>
  of > 1 ? `${app} ${replica + 1}` : app;
