/** What goes wrong with one service, by how the paths of its requests begin. */
export interface ServiceFault {
  readonly path: string;
  /** Never answered. Default: they are. */
  readonly hang?: boolean;
  /** Every so many requests one is answered with 500. Default: none. */
  readonly failOneIn?: number;
  /** Answered so much later. Default 0. */
  readonly delayMs?: number;
}
