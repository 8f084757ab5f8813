/** A variable that whoever starts a contender has to set. */
export function requiredEnv(name: 'PORT' | 'DOWNSTREAM_URL'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must be set`);
  return value;
}
