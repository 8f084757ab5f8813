import { slotOf } from './key-slot.ts';

it.each([
  // The check value of CRC16 XMODEM, from the cluster specification; the others by CLUSTER KEYSLOT of Redis 7.
  ['123456789', 0x31c3],
  ['', 0],
  ['some-key', 5225],
  ['foo', 12182],
])('puts %p into the slot that Redis does', (tag, slot) => {
  expect(slotOf(tag)).toBe(slot);
});
