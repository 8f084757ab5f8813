import { format, resolveConfig } from 'prettier';

/** As `prettier` leaves it, so that checking the format of the workspace does not change it. */
export async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
