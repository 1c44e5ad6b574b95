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

local function set_of(list)
  local set = {}
  for _, member in ipairs(list) do set[member] = true end
  return set
end
`;
