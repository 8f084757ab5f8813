/** A field value of RFC 9110 §5.5: tab, printable ASCII and Latin-1. No CR, LF or NUL, nothing beyond one byte. */
const fieldValue = /^[\t -~\u0080-\u00ff]*$/;

/**
 * Gives the value back if it can stand in a header. axios would drop the offending characters without a word, which
 * turns a forged header into a wrong one.
 *
 * @throws TypeError otherwise; an error of the caller. The message does not hold the value.
 */
export function headerValue(name: string, value: string): string {
  if (!fieldValue.test(value))
    throw new TypeError(`the value for the header ${name} has characters that are not allowed`);
  return value;
}
