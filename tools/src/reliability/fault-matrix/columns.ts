import { type ServiceName, serviceNames } from '../../running/whole-system.ts';

/** Which services fail at once. */
export interface Column {
  /** `order`, `order+user`, `all`. */
  readonly name: string;
  readonly services: readonly ServiceName[];
}

const one: readonly Column[] = serviceNames.map((name) => ({ name, services: [name] }));

const two: readonly Column[] = serviceNames.flatMap((first, index) =>
  serviceNames.slice(index + 1).map((second) => ({ name: `${first}+${second}`, services: [first, second] })),
);

/** Each of the four, any two, all. */
export const columns: readonly Column[] = [...one, ...two, { name: 'all', services: serviceNames }];
