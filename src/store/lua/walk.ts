/** Steps of a walk over keys; each is of bounded size. Arguments: cursor. */
export const walk = `
local STEP = 200

local function step(pattern)
  local found = redis.call('SCAN', a.cursor, 'MATCH', a.prefix .. pattern, 'COUNT', STEP)
  return found[1], found[2]
end

-- What stands behind "{prefix}{kind}:", or nothing for a key of another kind.
local function name_of(name, kind)
  local head = key(kind, '')
  if string.sub(name, 1, #head) == head then return string.sub(name, #head + 1) end
end

-- What moved from one shelf to another between two steps would be passed over.
local function hold_shelves() redis.call('SET', key('shelves', 'walked'), '1', 'PX', 60000) end

-- The lookup hash and the number of a route, whose name on a shelf is one after the other.
local function phone_and_number(name) return string.match(name, '^(.*)([+]%d+)$') end

-- Calls visit[kind](name, value, remove) for everything on a shelf that has not ended.
local function visit_shelf(shelf, visit)
  local flat = redis.call('HGETALL', shelf)
  for i = 1, #flat, 2 do
    local field, value = flat[i], taken_from(flat[i + 1])
    local visitor = value and visit[string.sub(field, 1, 1)]
    if visitor then visitor(string.sub(field, 2), value, function() redis.call('HDEL', shelf, field) end) end
  end
end

local function set_of(list)
  local set = {}
  for _, member in ipairs(list) do set[member] = true end
  return set
end
`;
