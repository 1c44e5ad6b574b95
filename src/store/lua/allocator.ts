/**
 * The allocator. A number is free for a phone when no route binds the two. It takes the number that rested longest, which
 * spreads the load evenly over the pool; the pair's own former number goes first. All routes of a phone are on one shelf, read a few at a time:
 * while a number is free, neither the size of the pool nor the phone's other sessions cost time. When nothing is free, in this order: a
 * number that has cooled off longest, a number of a session that is being closed, and in a pool of one number the number of
 * the phone's live session, which then ends: one session per phone at a time.
 */
export const allocator = `
-- Numbers looked at together: few at first, since one of the first is nearly always free.
local FIRST_CHUNK, LARGEST_CHUNK = 8, 512
-- How long after its expiry the switchboard may still hold a session for live.
local EXPIRY_LAG_MS = 60000

local function pool_of(switchboard, country)
  local own = key('pool', switchboard .. ':' .. country)
  if redis.call('ZCARD', own) > 0 then return own end
  return key('pool', switchboard .. ':' .. a.defaultCountry)
end

local function is_draining(s)
  for _, number in ipairs({ s.na, s.nb }) do
    if redis.call('ZSCORE', a.prefix .. 'draining', number) then return true end
  end
  return false
end

-- Sessions that this very decision ends; they are written down as closing only once the decision is certain.
local doomed = {}

-- What stands in the way of binding a number to a phone that has this route to it. The session of a live one is not looked at yet.
local function obstacle(route)
  if not route then return { kind = 'free' } end
  if now < route.stop and not doomed[route.id] then return { kind = 'live', id = route.id, stop = route.stop } end
  local s = load_session(route.id)
  if s and now < s.n + (is_ours(s) and 0 or EXPIRY_LAG_MS) then
    if is_in_flight(s) then return { kind = 'in_flight' } end
    if s.st == 'c' or doomed[s.id] then return { kind = 'closing', session = s } end
    return { kind = 'cooling', since = route.stop, session = s }
  end
  if now >= route.stop + a.coolOffMs then return { kind = 'free' } end
  return { kind = 'cooling', since = route.stop }
end

local rank = { free = 1, cooling = 2, closing = 3, live = 4, in_flight = 5 }

local function better(one, other)
  if not other or rank[one.kind] < rank[other.kind] then return true end
  if one.kind ~= other.kind then return false end
  if one.kind == 'cooling' then return one.since < other.since end
  return one.kind == 'live' and one.stop < other.stop
end

-- Also the session of the best is looked at only now: another request may still be opening it.
local function settled(found)
  if not found or found.kind ~= 'live' then return found end
  local s = load_session(found.id)
  if not s then return { kind = 'cooling', since = found.stop } end
  if is_in_flight(s) then return { kind = 'in_flight' } end
  return { kind = 'live', session = s }
end

-- That a phone has every number of a pool is found out once and noted until the first may come free, unless this decision frees one. A number
-- that is added to the pool comes first in it, and is seen before this is asked.
local function known_full(pool, hash)
  local stop, noted = string.match(redis.call('GET', key('full', hash)) or '', '^(%d+) (.+)$')
  if noted ~= pool or now >= tonumber(stop) or next(doomed) then return nil end
  return { kind = 'live', session = { x = tonumber(stop) } }
end

local function note_full(pool, hash, stop)
  redis.call('SET', key('full', hash), int(stop) .. ' ' .. pool, 'PX', int(math.max(stop - now, 1)))
end

-- "avoid" is the partner's number, or one just refused: it is taken only when no other is free.
local function pick(pool, hash, favourite, avoid)
  if favourite and redis.call('ZSCORE', pool, favourite) then
    local found = obstacle(read_route(favourite, hash))
    if found.kind == 'free' or (found.kind == 'cooling' and not found.session) then return favourite, found end
  end
  local size, first, chunk = redis.call('ZCARD', pool), 0, FIRST_CHUNK
  local best, best_found
  while first < size do
    local numbers = redis.call('ZRANGE', pool, first, first + chunk - 1)
    local routes = read_routes(numbers, hash)
    for i, number in ipairs(numbers) do
      local found = obstacle(routes[i])
      if found.kind == 'free' and number ~= avoid then return number, found end
      if better(found, best_found) then best, best_found = number, found end
    end
    local full = known_full(pool, hash)
    if full then return nil, full end
    first, chunk = first + chunk, math.min(chunk * 2, LARGEST_CHUNK)
  end
  local earliest = best_found and best_found.stop
  best_found = settled(best_found)
  if not best_found or best_found.kind ~= 'live' or size == 1 then return best, best_found end
  if not next(doomed) then note_full(pool, hash, earliest) end
  return nil, best_found
end

local function take(pool, number)
  redis.call('ZADD', pool, 'XX', redis.call('INCR', a.prefix .. 'turn'), number)
end
`;
