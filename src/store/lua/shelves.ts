/**
 * A key costs Redis some 150 bytes before it holds anything, so small things share hashes. What is looked up by one name, its owner, lies in one
 * of a fixed number of shelves, chosen by that name. Redis keeps a hash as one compact text while it has at most 512 fields, none of
 * which is longer than 64 characters: what is shelved is written short. A user id of more than 58 costs the shelf that form, and nothing else.
 *
 * shelf:{number}  hash  "{kind}{owner}{detail}" -> "{the hour it ends, 5 hexadecimal digits}{value}"; kind is one letter:
 *   r  route     owner: lookup hash of a phone, detail: proxy number
 *   c  what a route took the place of while its session is reserved, so that the cool-off goes on where nothing comes of it
 *   u  user      owner: user id                  (see user-index.ts)
 *   p  pair      owner: pair
 *   q  quota     owner: what is counted          (see reserve.ts)
 *   n  PIN       owner: proxy number and PIN
 *   k  sid       owner: sid at Twilio Proxy
 *
 * A shelf lives as long as the last thing on it. What has ended before is as good as gone, and is swept away now and then
 * by what is put beside it.
 * @see https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/
 */
export const shelves = `
-- Enough that with a million sessions each is short to read, and no more, because an empty one costs as much as a key.
local SHELVES = 65536
local SHELF_HOUR_MS, HOUR_DIGITS = 3600000, 5
-- A new thing looks through this many others on average, however full the shelf: it sweeps all of it, but the more seldom the fuller it is.
-- And most new things do not even ask, because every command is billed.
local SWEPT_PER_THING, ASKS_ONE_IN = 3, 8

-- Made once for each name that a script asks about.
local sums = {}
local function sum_of(owner)
  if sums[owner] then return sums[owner] end
  local sum = 0
  for i = 1, #owner do sum = (sum * 131 + string.byte(owner, i)) % 2147483647 end
  sums[owner] = sum
  return sum
end

local function shelf_of(owner) return key('shelf', int(sum_of(owner) % SHELVES)) end

-- The value and the end of what lies on a shelf; nil once it has ended.
local function taken_from(text)
  if not text then return nil end
  local stop = tonumber(string.sub(text, 1, HOUR_DIGITS), 16) * SHELF_HOUR_MS
  if now < stop then return string.sub(text, HOUR_DIGITS + 1), stop end
end

local function shelved(kind, owner, detail)
  return taken_from(redis.call('HGET', shelf_of(owner), kind .. owner .. (detail or '')))
end

local function is_time_to_sweep(shelf, owner)
  local chance = now + sum_of(owner)
  if chance % ASKS_ONE_IN ~= 0 then return false end
  local turns = math.floor(redis.call('HLEN', shelf) / (SWEPT_PER_THING * ASKS_ONE_IN))
  return chance / ASKS_ONE_IN % math.max(turns, 1) == 0
end

local function sweep(shelf)
  local flat = redis.call('HGETALL', shelf)
  for i = 1, #flat, 2 do
    if not taken_from(flat[i + 1]) then redis.call('HDEL', shelf, flat[i]) end
  end
end

local function shelve(stop, value, kind, owner, detail)
  local shelf = shelf_of(owner)
  local hour = string.format('%05x', math.ceil(stop / SHELF_HOUR_MS))
  local is_new = redis.call('HSET', shelf, kind .. owner .. (detail or ''), hour .. value) == 1
  keep_until(shelf, stop)
  if is_new and is_time_to_sweep(shelf, owner) then sweep(shelf) end
end

local function unshelve(kind, owner, detail)
  redis.call('HDEL', shelf_of(owner), kind .. owner .. (detail or ''))
end
`;
