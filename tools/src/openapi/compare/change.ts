/** One difference between two versions of an interface. */
export interface Change {
  /** Whether a client that was written for the version before may fail with the one after. */
  readonly breaking: boolean;
  /** Which part of the interface: `GET /v1/orders, parameter limit`. */
  readonly where: string;
  /** What became of it: `maximum is 20, was 50`. */
  readonly what: string;
}

export const breaks = (where: string, what: string): Change => ({ breaking: true, where, what });
export const allows = (where: string, what: string): Change => ({ breaking: false, where, what });

/** `GET /v1/orders, parameter limit: maximum is 20, was 50`. */
export const textOf = ({ where, what }: Change): string => `${where}: ${what}`;
