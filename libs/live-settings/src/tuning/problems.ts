import { HttpProblem } from '@bff/errors';

/** 409: an edit of the file would not be obeyed, because the environment says it already. */
export const heldByEnvironment = (variables: readonly string[]): HttpProblem =>
  new HttpProblem(409, 'SETTINGS_HELD', 'The environment holds this value', {
    detail: `${variables.join(', ')} in the environment of this process wins over the file, until it is started without`,
  });

/** 409: what stands in the file is not in effect, and must not get there by the way. */
export const fileIsRefused = (problems: readonly string[]): HttpProblem =>
  new HttpProblem(409, 'SETTINGS_REFUSED', 'The settings file must be mended first', { detail: problems.join('; ') });

/** 409: only its owner can change this file. `reason` is a sentence of ours or an error code of the system, never more. */
export const notWritable = (file: string | null, reason: string): HttpProblem =>
  new HttpProblem(409, 'SETTINGS_NOT_WRITABLE', 'The settings file cannot be written from here', {
    detail: `${file ?? '(no file)'}: ${reason}. Change it where it comes from`,
  });

/** 409: somebody else was writing each time. */
export const changedMeanwhile = (file: string): HttpProblem =>
  new HttpProblem(409, 'SETTINGS_BUSY', 'The settings file is being changed by somebody else', {
    detail: `${file} was changed each time between reading and writing it; look at it, and try again`,
    retryable: true,
  });

/** 409: the text has a form that only a person can keep. */
export const editByHand = (file: string, knobs: readonly string[]): HttpProblem =>
  new HttpProblem(409, 'SETTINGS_NOT_EDITABLE', 'This part of the settings file has to be edited by hand', {
    detail: `${file}: ${knobs.join(', ')}: at least one stands where an edit would change something else too`,
  });
