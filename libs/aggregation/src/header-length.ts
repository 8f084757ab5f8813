/** Characters of a header that every proxy takes. The names of sections may be a client's own (GraphQL), long and many. */
const LONGEST = 4096;

/** Whether a proxy would take it as a header. One that is too long is left out: what it says stands in the body. */
export const fitsHeader = (text: string): boolean => text.length <= LONGEST;
