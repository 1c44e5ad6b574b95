import { walk } from './walk';

/** Every number of the service, also those that drain. */
export const listPool = `
local found, flat = {}, redis.call('HGETALL', a.prefix .. 'numbers')
for i = 2, #flat, 2 do
  local number, switchboard, country, capabilities = string.match(flat[i], '^(%S+) (%S+) (%S+) (%S*)$')
  local since = redis.call('ZSCORE', a.prefix .. 'draining', number)
  found[#found + 1] = {
    number = number, switchboard = switchboard, country = country, capabilities = capabilities,
    drainingSinceMs = since and tonumber(since) or nil,
  }
end
return cjson.encode({ numbers = found })
`;

/**
 * Arguments: cursor. One step of a walk over everything: for each number how many phones are bound to it and how many cool off from it,
 * and the most sessions that one of the users met has at once.
 */
export const scanLoad = `
${walk}
hold_shelves()
local cursor, names = step('*')
local loads, most = {}, 0

local function meet(number, route)
  loads[number] = loads[number] or { number = number, live = 0, cooling = 0 }
  local kind = now < route.stop and 'live' or 'cooling'
  if kind == 'live' or now < route.stop + a.coolOffMs then loads[number][kind] = loads[number][kind] + 1 end
end

local visit = {}
function visit.r(name, value)
  local _, number = phone_and_number(name)
  meet(number, parse_route(value))
end

local function live_sessions_of(user, list)
  if list == '*' then return redis.call('ZCOUNT', key('user', user), '(' .. int(now + RECORD_GRACE_MS), '+inf') end
  local live = 0
  for _, member in ipairs(split(list)) do
    local s = load_session(string.sub(member, 2))
    if s and is_live(s) then live = live + 1 end
  end
  return live
end

function visit.u(user, list) most = math.max(most, live_sessions_of(user, list)) end

for _, name in ipairs(names) do
  if name_of(name, 'shelf') then visit_shelf(name, visit) end
end
local found = {}
for _, load in pairs(loads) do found[#found + 1] = load end
return cjson.encode({ cursor = cursor, found = { loads = found, mostSessions = most } })
`;
