import type { z } from 'zod';
import type { actsAnswer } from '../answers/circuits-answer.ts';
import type { tuningsAnswer } from '../answers/tunings-answer.ts';
import type { Act } from '../wire/index.ts';

/** What a replica says of an act, whichever of its lists it is from. */
export interface LoggedAct extends Omit<Act, 'app' | 'replicas'> {
  readonly id: string;
  /** `here`: it is the one that was asked. */
  readonly from: string;
}

export const circuitActs = ({ acts }: z.output<typeof actsAnswer>): readonly LoggedAct[] =>
  acts.map((act) => ({ ...act, changes: [] }));

export const tunings = ({ acts }: z.output<typeof tuningsAnswer>): readonly LoggedAct[] =>
  acts.map((act) => ({ ...act, service: null, reason: null }));
