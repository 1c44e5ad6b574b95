/**
 * The allocator. A number is free for a phone when no route binds the two. It takes the number that rested longest, which
 * spreads the load evenly over the pool; the pair's own former number goes first. When nothing is free, in this order: a
 * number that has cooled off longest, a number of a session that is being closed, and in a pool of one number the number of
 * the phone's live session, which then ends: one session per phone at a time.
 */
export const allocator = `
local CHUNK = 16
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

-- What stands in the way of binding this number to this phone.
local function obstacle(number, hash)
  local route = read_route(number, hash)
  if not route then return { kind = 'free' } end
  local s = load_session(route.id)
  if s and now < s.n + (is_ours(s) and 0 or EXPIRY_LAG_MS) then
    if is_in_flight(s) then return { kind = 'in_flight' } end
    if s.st == 'c' or doomed[s.id] then return { kind = 'closing', session = s } end
    if is_live(s) then return { kind = 'live', session = s } end
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
  return one.kind == 'live' and one.session.x < other.session.x
end

-- "avoid" is the partner's number, or one just refused: it is taken only when no other is free.
local function pick(pool, hash, favourite, avoid)
  local size = redis.call('ZCARD', pool)
  if favourite and redis.call('ZSCORE', pool, favourite) then
    local found = obstacle(favourite, hash)
    if found.kind == 'free' or (found.kind == 'cooling' and not found.session) then return favourite, found end
  end
  local best, best_found
  for first = 0, size - 1, CHUNK do
    for _, number in ipairs(redis.call('ZRANGE', pool, first, first + CHUNK - 1)) do
      local found = obstacle(number, hash)
      if found.kind == 'free' and number ~= avoid then return number, found end
      if better(found, best_found) then best, best_found = number, found end
    end
  end
  if best_found and best_found.kind == 'live' and size > 1 then return nil, best_found end
  return best, best_found
end

local function take(pool, number)
  redis.call('ZADD', pool, 'XX', redis.call('INCR', a.prefix .. 'turn'), number)
end
`;
