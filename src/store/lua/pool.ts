/**
 * numbers    hash  lookup hash of a number of the service -> "{number} {switchboard} {country} {v, s or vs}", v for calls and s for texts
 * draining   zset  numbers that get no new session and no longer life while their old ones live out; score = since when
 *
 * Arguments: switchboard, numbers [{hash, number, country, capabilities}], keepMs, dryRun. Makes the pools of the switchboard hold exactly
 * these numbers. One that is taken out drains, and is forgotten once the last of its sessions must have ended and cooled off. A number
 * belongs to one switchboard only: the last one that names it.
 */
export const savePool = `
local numbers, draining = a.prefix .. 'numbers', a.prefix .. 'draining'
local added, removed, known, wanted = 0, 0, {}, {}

local function pool(entry) return key('pool', entry.switchboard .. ':' .. entry.country) end

local flat = redis.call('HGETALL', numbers)
for i = 1, #flat, 2 do
  local number, switchboard, country = string.match(flat[i + 1], '^(%S+) (%S+) (%S+)')
  local since = redis.call('ZSCORE', draining, number)
  known[flat[i]] = { number = number, switchboard = switchboard, country = country, since = since and tonumber(since) }
end

local function enter(entry, old)
  if old and pool(old) ~= pool(entry) then redis.call('ZREM', pool(old), old.number) end
  redis.call('HSET', numbers, entry.hash, table.concat({ entry.number, entry.switchboard, entry.country, entry.capabilities }, ' '))
  redis.call('ZADD', pool(entry), 'NX', 0, entry.number)
  redis.call('ZREM', draining, entry.number)
end

for _, entry in ipairs(a.numbers) do
  local old = known[entry.hash]
  entry.switchboard, wanted[entry.hash] = a.switchboard, true
  if not old or old.since or old.switchboard ~= a.switchboard then added = added + 1 end
  if not a.dryRun then enter(entry, old) end
end

for hash, entry in pairs(known) do
  local leaves = entry.switchboard == a.switchboard and not wanted[hash]
  if leaves and not entry.since then
    removed = removed + 1
    if not a.dryRun then
      redis.call('ZREM', pool(entry), entry.number)
      redis.call('ZADD', draining, int(now), entry.number)
    end
  elseif leaves and entry.since + a.keepMs <= now and not a.dryRun then
    redis.call('HDEL', numbers, hash)
    redis.call('ZREM', draining, entry.number)
  end
end
return cjson.encode({ added = added, removed = removed })
`;

/** Arguments: switchboard, country. How many numbers the pool holds. */
export const poolSize = `
return cjson.encode({ size = redis.call('ZCARD', key('pool', a.switchboard .. ':' .. a.country)) })
`;
