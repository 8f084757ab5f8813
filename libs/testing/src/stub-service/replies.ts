export {
  disconnect,
  gzipBomb,
  hang,
  html,
  hugeHeader,
  malformed,
  notHttp,
  oversized,
  redirect,
  reset,
  stall,
  trickle,
  truncated,
  truncatedChunked,
  truncatedGzip,
} from './broken-reply.ts';
export { after, json, problem, text } from './reply.ts';
