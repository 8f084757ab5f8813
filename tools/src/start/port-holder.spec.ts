import { listeningInodes } from './port-holder.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0FA1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11111 1 0 100 0 0 10 0
   1: 0100007F:0FA1 0100007F:A3F2 01 00000000:00000000 00:00000000 00000000     0        0 22222 1 0 20 4 30 10 -1
   2: 00000000:0FA2 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 33333 1 0 100 0 0 10 0
`;

it('finds the socket that listens on a port, not the connections to it', () => {
  expect(listeningInodes(table, 4001)).toEqual(['11111']);
  expect(listeningInodes(table, 4002)).toEqual(['33333']);
  expect(listeningInodes(table, 4003)).toEqual([]);
});
