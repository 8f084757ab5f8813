import type { Effect } from './effect.ts';

/** In the query of where a redirect leads to. */
const MARK = 'redirected=1';

/**
 * Leads to the same place with a mark in the query, where the real reply is: a client that follows sees nothing wrong. That
 * it did, the service counts as one more request.
 */
export const redirect: Effect = ({ req, res, next }) => {
  const marked = new RegExp(`[?&]${MARK}$`);
  if (marked.test(req.url)) {
    req.url = req.url.replace(marked, '');
    next();
    return;
  }
  const location = `${req.originalUrl}${req.originalUrl.includes('?') ? '&' : '?'}${MARK}`;
  res.writeHead(302, { location, 'content-length': 0 }).end();
};
