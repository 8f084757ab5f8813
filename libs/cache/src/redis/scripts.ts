import { script } from '@bff/redis';

// KEYS are always the value's and the lease's. The value is a hash: `at` and `tie` (its version) and `payload`, which is
// missing when the value was removed. The lease is a string: until when it holds (wall clock of its owner), and whose it is.

/**
 * ARGV: known at, known tie, now, replica, and for who wants the lease: unless after, until, ms it is kept.
 * Reply: state (none, known, removed, value), owner (free, mine, taken), at, tie, ms left, payload.
 *
 * A lease that Redis was sent before a pause and takes after it is over already by what it says itself. A Redis that is
 * full or read-only gives none, and is still read.
 */
export const lookScript = script(`
local version = redis.call('HMGET', KEYS[1], 'at', 'tie')
local at, tie = version[1], version[2]
local state, payload, left = 'none', false, 0
if at then
  left = redis.call('PTTL', KEYS[1])
  if at == ARGV[1] and tie == ARGV[2] then
    state = redis.call('HEXISTS', KEYS[1], 'payload') == 1 and 'known' or 'removed'
  else
    payload = redis.call('HGET', KEYS[1], 'payload')
    state = payload and 'value' or 'removed'
  end
end
local owner = 'free'
local lease = redis.call('GET', KEYS[2])
if lease then
  local ends, replica = string.match(lease, '^(%d+) (.+)$')
  if ends and tonumber(ends) > tonumber(ARGV[3]) then owner = replica == ARGV[4] and 'mine' or 'taken' end
end
if owner == 'free' and ARGV[5] then
  local fresh = (state == 'known' or state == 'value') and tonumber(at) > tonumber(ARGV[5])
  if not fresh then
    local set = redis.pcall('SET', KEYS[2], ARGV[6] .. ' ' .. ARGV[4], 'PX', ARGV[7])
    if not set.err then owner = 'mine' end
  end
end
return { state, owner, at, tie, left, payload }
`);

const giveBack = (replica: string): string => `
local lease = redis.call('GET', KEYS[2])
if lease and string.match(lease, '^%d+ (.+)$') == ${replica} then redis.call('DEL', KEYS[2]) end
`;

/** ARGV: replica. */
export const releaseScript = script(`${giveBack('ARGV[1]')}return 'released'`);

/**
 * ARGV: replica, at, tie, ms to keep it, tolerance of clocks in ms, and the payload unless the value is removed.
 * Reply: stored, older or clock.
 *
 * The clock is Redis' own, at the moment when the write is applied: a write may come late.
 */
export const writeScript = script(`${giveBack('ARGV[1]')}
local time = redis.call('TIME')
local latest = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[5])
local at, tie = tonumber(ARGV[2]), tonumber(ARGV[3])
if at > latest then return 'clock' end
local kept = redis.call('HMGET', KEYS[1], 'at', 'tie')
local keptAt, keptTie = tonumber(kept[1]), tonumber(kept[2])
if keptAt and keptAt <= latest and (keptAt > at or (keptAt == at and keptTie >= tie)) then return 'older' end
if ARGV[6] then
  redis.call('HSET', KEYS[1], 'at', ARGV[2], 'tie', ARGV[3], 'payload', ARGV[6])
else
  redis.call('HSET', KEYS[1], 'at', ARGV[2], 'tie', ARGV[3])
  redis.call('HDEL', KEYS[1], 'payload')
end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 'stored'
`);
