/** A token to ask with, or one line that says why there is none and what to do. */
export type TokenAnswer = { readonly token: string } | { readonly missing: string };

const paste = 'paste one into Headers: { "Authorization": "Bearer …" }';

/**
 * Asks the app for a development token: a new one each time the page is opened, so that it never runs out before a
 * reload. `from` is undefined where the app has none to give.
 */
export async function askForToken(from: string | undefined): Promise<TokenAnswer> {
  if (from === undefined) return { missing: `There is no token here. To ask as somebody, ${paste}` };
  try {
    const response = await fetch(from);
    const { token } = (await response.json()) as { readonly token?: unknown };
    if (response.ok && typeof token === 'string') return { token };
  } catch {
    // Said below.
  }
  return { missing: `No token: the user service gave none. Start it (npm start) and reload, or ${paste}` };
}
