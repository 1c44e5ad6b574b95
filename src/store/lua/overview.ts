import { livePages } from './live-sessions';

/** Entries of the call log by their ids; those that are gone are left out. */
export const callEntries = `
local function entry(id)
  local f = redis.call('HMGET', key('call', id), 'id', 'ua', 'ub', 'ty', 's', 'st', 'an', 'e', 'du', 'by', 'pi', 'cr', 'vm')
  if not f[1] then return nil end
  local began = ({ a = f[2], b = f[3] })[f[11] or f[10]]
  return {
    callId = id, sessionId = f[1], userId = f[2], peerId = f[3], kind = f[4], beganBy = began, status = f[6] or nil,
    startedAtMs = tonumber(f[5]), answeredAtMs = f[7] and tonumber(f[7]) or nil, endedAtMs = f[8] and tonumber(f[8]) or nil,
    durationSeconds = f[9] and tonumber(f[9]) or nil, recordingId = f[12] or nil, voicemailId = f[13] or nil,
  }
end

local function entries(ids, wanted)
  local found = {}
  for _, id in ipairs(ids) do
    local one = entry(id)
    if one and (not wanted or wanted(one)) then found[#found + 1] = one end
  end
  return found
end
`;

/**
 * Arguments: pair or userId (both may be absent), cursor, limit, most (entries that are read). A user has no index of their own: a page
 * of everybody's log is searched.
 */
export const callsOf = `
${callEntries}
local name, read, wanted = key('calls', a.pair or 'all'), a.limit, nil
if a.userId and not a.pair then
  read = a.most
  wanted = function(one) return one.userId == a.userId or one.peerId == a.userId end
end
local items = entries(redis.call('ZREVRANGE', name, a.cursor, a.cursor + read - 1), wanted)
local rest = redis.call('ZCARD', name) > a.cursor + read
return cjson.encode({ items = items, cursor = rest and a.cursor + read or nil })
`;

/** Arguments: cursor, limit. Live sessions, about the first to end first. */
export const listSessions = `
${livePages}
local live, ids = live_page(a.cursor, a.limit)
local items = {}
for _, id in ipairs(ids) do
  local s = load_session(id)
  if s then
    items[#items + 1] = {
      sessionId = id, userId = s.ua, peerId = s.ub, switchboard = s.k and 'proxy' or 'voice', openedAtMs = s.c, expiresAtMs = s.x,
    }
  end
end
return cjson.encode({ items = items, live = live, cursor = live > a.cursor + a.limit and a.cursor + a.limit or nil })
`;

/** The pools by switchboard and country, without a number. */
export const poolOverview = `
${livePages}
local pools, order, scarce = {}, {}, {}
local function pool_named(switchboard, country)
  local name = switchboard .. ':' .. country
  if not pools[name] then
    pools[name] = { switchboard = switchboard, country = country, numbers = 0, draining = 0, canCall = 0, canText = 0 }
    order[#order + 1] = pools[name]
    if redis.call('EXISTS', key('scarce', country)) == 1 then scarce[country] = true end
  end
  return pools[name]
end

for _, value in ipairs(redis.call('HVALS', a.prefix .. 'numbers')) do
  local number, switchboard, country, can = string.match(value, '^(%S+) (%S+) (%S+) ?(%a*)$')
  local pool = pool_named(switchboard, country)
  if redis.call('ZSCORE', a.prefix .. 'draining', number) then pool.draining = pool.draining + 1
  else
    pool.numbers = pool.numbers + 1
    if string.find(can, 'v') then pool.canCall = pool.canCall + 1 end
    if string.find(can, 's') then pool.canText = pool.canText + 1 end
  end
end
local countries = {}
for country in pairs(scarce) do countries[#countries + 1] = country end
local live = live_page(0, 0)
return cjson.encode({ pools = order, scarce = countries, liveSessions = live })
`;
