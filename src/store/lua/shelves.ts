/**
 * A key costs Redis some 150 bytes before it holds anything, so small things share hashes. What is looked up by one name, its owner, lies on the
 * shelf that is chosen by that name. Redis keeps a hash as one compact text while it has at most 512 fields, none of
 * which is longer than 64 characters: what is shelved is written short. A user id of more than 58 costs the shelf that form, and nothing else.
 *
 * shelf:{number}  hash  "{kind}{owner}{detail}" -> "{the hour it ends, 5 hexadecimal digits}{value}"; kind is one letter:
 *   r  route     owner: lookup hash of a phone, detail: proxy number
 *   c  what a route took the place of while its session is reserved, so that the cool-off goes on where nothing comes of it
 *   u  user      owner: user id                  (see user-index.ts)
 *   p  pair      owner: pair
 *   m  quota     owner: user id                  (see reserve.ts)
 *   t  quota     owner: pair
 *   g  quota     owner: nobody, since it counts all connects
 *   n  PIN       owner: proxy number and PIN
 *   k  sid       owner: sid at Twilio Proxy
 * shelves         how many shelves there are
 * shelves:walked  there while a command walks over the shelves: nothing moves from one to another meanwhile
 *
 * There are as many shelves as it takes for each to be short to read and not nearly empty, however much there is to put on them: one at a time is
 * split in two, or laid on another one again (linear hashing, W. Litwin, VLDB 1980). So everything has one place at any time,
 * and no decision waits for more than one shelf to be moved.
 *
 * A shelf lives as long as the last thing on it. What has ended before is as good as gone, and is swept away now and then
 * by what is put beside it.
 * @see https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/
 */
export const shelves = `
local SHELF_HOUR_MS, HOUR_DIGITS = 3600000, 5
-- A new thing looks through this many others on average, however full the shelf: it sweeps all of it, but the more seldom the fuller it is.
-- And most new things do not even ask, because every command is billed.
local SWEPT_PER_THING, ASKS_ONE_IN = 3, 8
-- What is left on a shelf that was swept tells whether there are too few or too many of them.
local MOST_LEFT, FEWEST_LEFT = 40, 4
local FEWEST_SHELVES = 16
-- Version 0.2.0 always had so many, and did not write it down.
local SHELVES_OF_0_2 = 65536

-- Made once for each name that a script asks about.
local sums = {}
local function sum_of(owner)
  if sums[owner] then return sums[owner] end
  local sum = 0
  for _, byte in ipairs({ string.byte(owner, 1, -1) }) do sum = (sum * 131 + byte) % 2147483647 end
  sums[owner] = sum
  return sum
end

-- How many there are, and the largest power of two that is not more.
local shelf_count, shelf_power

local function know_shelf_count(count)
  shelf_count, shelf_power = count, 1
  while shelf_power * 2 <= count do shelf_power = shelf_power * 2 end
end

local function set_shelf_count(count)
  know_shelf_count(count)
  redis.call('SET', a.prefix .. 'shelves', int(count))
end

-- It is set before any number is given out: where one was, and it is not, is what version 0.2.0 left.
local function count_shelves()
  local kept = redis.call('GET', a.prefix .. 'shelves')
  if kept then return know_shelf_count(tonumber(kept)) end
  local is_of_0_2 = redis.call('EXISTS', a.prefix .. 'turn') == 1
  set_shelf_count(is_of_0_2 and SHELVES_OF_0_2 or FEWEST_SHELVES)
end

local function shelf_key(number) return key('shelf', int(number)) end

-- A shelf that was split is told from the one that came of it by one more bit of the sum.
local function shelf_of(owner)
  if not shelf_count then count_shelves() end
  local number = sum_of(owner) % (shelf_power * 2)
  return shelf_key(number < shelf_count and number or number - shelf_power)
end

-- The hour by which an instant is past, in digits that sort as the hours do.
local function shelf_hour(ms) return string.format('%05x', math.ceil(ms / SHELF_HOUR_MS)) end

-- The value and the end of what lies on a shelf; nil once it has ended.
local function taken_from(text)
  if not text then return nil end
  local stop = tonumber(string.sub(text, 1, HOUR_DIGITS), 16) * SHELF_HOUR_MS
  if now < stop then return string.sub(text, HOUR_DIGITS + 1), stop end
end

local function shelved(kind, owner, detail)
  return taken_from(redis.call('HGET', shelf_of(owner), kind .. owner .. (detail or '')))
end

-- Only what is kept by phone has a detail, and that begins with a plus.
local function owner_of(field) return string.match(field, '^[rc]([^+]+)') or string.sub(field, 2) end

-- Takes to its place what is no longer where it belongs, since the number of shelves changed.
local function rearrange(from)
  local things, names, to = {}, {}, nil
  local flat = redis.call('HGETALL', from)
  for i = 1, #flat, 2 do
    local place = shelf_of(owner_of(flat[i]))
    if place ~= from then
      to = place
      names[#names + 1] = flat[i]
      things[#things + 1], things[#things + 2] = flat[i], flat[i + 1]
    end
  end
  if not to then return end
  redis.call('HSET', to, unpack(things))
  keep_until(to, now + redis.call('PTTL', from))
  redis.call('HDEL', from, unpack(names))
end

local function adjust_shelf_count(left)
  local are_few, are_many = left > MOST_LEFT, left < FEWEST_LEFT and shelf_count > FEWEST_SHELVES
  if not (are_few or are_many) or redis.call('EXISTS', key('shelves', 'walked')) == 1 then return end
  local from = are_few and shelf_count - shelf_power or shelf_count - 1
  set_shelf_count(shelf_count + (are_few and 1 or -1))
  rearrange(shelf_key(from))
end

local function is_time_to_sweep(shelf, owner)
  local chance = now + sum_of(owner)
  if chance % ASKS_ONE_IN ~= 0 then return false end
  local turns = math.floor(redis.call('HLEN', shelf) / (SWEPT_PER_THING * ASKS_ONE_IN))
  return chance / ASKS_ONE_IN % math.max(turns, 1) == 0
end

local function sweep(shelf)
  local flat, left, good_from = redis.call('HGETALL', shelf), 0, shelf_hour(now + 1)
  for i = 1, #flat, 2 do
    if flat[i + 1] >= good_from then left = left + 1 else redis.call('HDEL', shelf, flat[i]) end
  end
  adjust_shelf_count(left)
end

local function shelve(stop, value, kind, owner, detail)
  local shelf = shelf_of(owner)
  local is_new = redis.call('HSET', shelf, kind .. owner .. (detail or ''), shelf_hour(stop) .. value) == 1
  keep_until(shelf, stop)
  if is_new and is_time_to_sweep(shelf, owner) then sweep(shelf) end
end

local function unshelve(kind, owner, detail)
  redis.call('HDEL', shelf_of(owner), kind .. owner .. (detail or ''))
end
`;
