// Takes traces and says thank you. Tells its parent its port, and ends with it.
import { createServer } from 'node:http';

const server = createServer((req, res) => {
  req.resume();
  req.once('end', () => res.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.send?.(address?.port);
});
process.once('disconnect', () => process.exit());
