import { blocking } from './blocks';
import { scarcity } from './events';
import { pausing } from './safety';

/**
 * The decision of a connect.
 * Arguments: prefix, nowMs, coolOffMs, ttlMs, reserveMs, maxSessions, switchboard, defaultCountry, sessionId, pair, quotas
 * [{shelf, owner, perHour, perDay, kind}], pins, caller and callee {userId, hash, country}, sealed (both numbers).
 * Answers one of {kind: reuse | opened | reserved | busy | exhausted | quota_exceeded | ceiling_reached | paused | blocked | unavailable, ...}.
 * With the voice switchboard the session is open and the old ones are forgotten at once; only what lives at Twilio Proxy is left to be closed there.
 */
export const reserve = `
${blocking}${scarcity}
${pausing}
local caller, callee = a.caller, a.callee

local function joins(s, from, to)
  return s.ua == from.userId and s.ha == from.hash and s.ub == to.userId and s.hb == to.hash
end

local function reserved(s, first, beside)
  return cjson.encode({
    kind = 'reserved', sessionId = s.id, numbers = { caller = s.na, callee = s.nb },
    expiresAtMs = s.x, closeFirst = first, closeBeside = beside,
  })
end

local function opened(s, close)
  return cjson.encode({
    kind = 'opened', sessionId = s.id, tel = s.na, expiresAtMs = s.x, pin = issue_pin(s, sides(s)[1]), close = close,
  })
end

-- What lives at the switchboard is extended there first: until it agrees, only the latest possible end is noted.
local function extend(s)
  local stop = whole_second(now + a.ttlMs)
  s.n = math.max(s.n, stop)
  if is_ours(s) then
    s.x = stop
    write_bindings(s)
    return nil
  end
  save_session(s)
  return stop
end

local function reuse(s)
  local side = sides(s)[s.ua == caller.userId and 1 or 2]
  local wanted
  if s.x - now < a.ttlMs * 0.75 and not is_draining(s) then wanted = extend(s) end
  return cjson.encode({
    kind = 'reuse', sessionId = s.id, sid = s.k or s.id, tel = side[2], expiresAtMs = s.x, pin = issue_pin(s, side),
    extendToMs = wanted,
  })
end

-- The request that reserved this session is gone and nobody knows how far it came: its id and numbers are used again.
local function take_over(s)
  s.x, s.d = whole_second(now + a.ttlMs), now + a.reserveMs
  s.n = math.max(s.n, s.x)
  s.e = a.sealed
  write_bindings(s)
  return reserved(s, {}, {})
end

-- A subject's connects in this hour and on this day, as "{hour} {connects} {day} {connects}".
local HOUR_MS, DAY_MS = 3600000, 86400000
local this_hour, this_day = math.floor(now / HOUR_MS), math.floor(now / DAY_MS)

local function connects_of(quota)
  local hour, in_hour, day, in_day = string.match(shelved(quota.shelf, quota.owner) or '', '^(%d+) (%d+) (%d+) (%d+)$')
  return tonumber(hour) == this_hour and tonumber(in_hour) or 0, tonumber(day) == this_day and tonumber(in_day) or 0
end

local function exceeded_quota()
  for _, quota in ipairs(a.quotas) do
    local in_hour, in_day = connects_of(quota)
    local free_at = (in_day >= quota.perDay and (this_day + 1) * DAY_MS) or (in_hour >= quota.perHour and (this_hour + 1) * HOUR_MS)
    if free_at then return { kind = quota.kind, retryAfterSeconds = math.ceil((free_at - now) / 1000) } end
  end
end

local function count_quotas()
  for _, quota in ipairs(a.quotas) do
    local in_hour, in_day = connects_of(quota)
    local counts = table.concat({ int(this_hour), int(in_hour + 1), int(this_day), int(in_day + 1) }, ' ')
    shelve((this_day + 1) * DAY_MS, counts, quota.shelf, quota.owner)
  end
end

local pause_end = paused_until(caller.userId)
if pause_end then return cjson.encode({ kind = 'paused', retryAfterSeconds = math.ceil((pause_end - now) / 1000) }) end

-- Whom the peer has blocked learns nothing: the answer is that of an unreachable phone, and costs as much of the quotas, once.
if has_blocked(caller.userId, callee.userId) then return cjson.encode({ kind = 'blocked' }) end
if has_blocked(callee.userId, caller.userId) then
  local refusal = exceeded_quota()
  if refusal then return cjson.encode(refusal) end
  if redis.call('SET', key('unavailable', a.sessionId), '1', 'NX', 'PX', int(a.reserveMs)) then count_quotas() end
  return cjson.encode({ kind = 'unavailable' })
end

local former, favourite_caller, favourite_callee
local former_id, hash, first_number, second_number = recall_pair(a.pair)
if former_id then
  if hash == half(caller.hash) then favourite_caller, favourite_callee = first_number, second_number
  elseif hash == half(callee.hash) then favourite_caller, favourite_callee = second_number, first_number end
  former = load_session(former_id)
end

if former and is_live(former) then
  local forward, backward = joins(former, caller, callee), joins(former, callee, caller)
  local is_mine = former.id == a.sessionId
  if former.st == 'o' and (forward or backward) and not is_mine then return reuse(former) end
  if (forward or backward) and is_in_flight(former) and not is_mine then return cjson.encode({ kind = 'busy' }) end
  if forward and a.switchboard == 'proxy' and not is_mine then return take_over(former) end
  if not is_mine then doomed[former.id] = former end
end

-- The caller's own sessions: the oldest beyond the limit end, and what could not be closed before is tried again.
local unfinished, own = {}, {}
for _, member in ipairs(sessions_of(caller.userId)) do
  if string.sub(member, 1, 1) == 'o' then
    local s = load_session(string.sub(member, 2))
    if not s then unindex_session(caller.userId, member)
    elseif s.st == 'c' then unfinished[#unfinished + 1] = s
    elseif is_live(s) and not doomed[s.id] then own[#own + 1] = s end
  end
end

if former and former.id == a.sessionId and is_live(former) then
  -- This very request asked before and its answer was lost. Which old session held a number is no longer known: all go first.
  local first = {}
  for _, s in ipairs(unfinished) do
    if not is_in_flight(s) then first[#first + 1] = closing(s) end
  end
  if is_ours(former) then return opened(former, first) end
  return reserved(former, first, {})
end
local refusal = exceeded_quota()
if refusal then return cjson.encode(refusal) end

table.sort(own, function(one, other) return one.c < other.c end)
for i = 1, #own - a.maxSessions + 1 do doomed[own[i].id] = own[i] end

local caller_pool, callee_pool = pool_of(a.switchboard, caller.country), pool_of(a.switchboard, callee.country)
local na, found_a = pick(caller_pool, caller.hash, favourite_caller)
local nb, found_b = pick(callee_pool, callee.hash, favourite_callee, na)
if not na or not nb then
  announce_scarcity(na and callee.country or caller.country, true)
  local holder = (not na and found_a) or found_b
  local seconds = 60
  if holder then seconds = math.ceil((holder.session.x - now) / 1000) end
  return cjson.encode({ kind = 'exhausted', retryAfterSeconds = seconds })
end
if found_a.kind == 'in_flight' or found_b.kind == 'in_flight' then return cjson.encode({ kind = 'busy' }) end
if found_a.kind ~= 'free' and na ~= favourite_caller then announce_scarcity(caller.country, false) end
if found_b.kind ~= 'free' and nb ~= favourite_callee then announce_scarcity(callee.country, false) end

local first, beside, listed = {}, {}, {}
local function add(target, s)
  if listed[s.id] then return end
  listed[s.id] = true
  if is_ours(s) then return forget(s, 'replaced') end
  if s.st ~= 'c' then mark_closing(s, 'replaced') end
  if not is_in_flight(s) then target[#target + 1] = closing(s) end
end
for _, found in ipairs({ found_a, found_b }) do
  if found.session then add(first, found.session) end
end
for _, s in pairs(doomed) do add(beside, s) end
for _, s in ipairs(unfinished) do add(beside, s) end

count_quotas()
take(caller_pool, na)
take(callee_pool, nb)
local s = {
  id = a.sessionId, st = 'o', pr = a.pair, ua = caller.userId, ub = callee.userId, ha = caller.hash, hb = callee.hash,
  na = na, nb = nb, e = a.sealed, c = now, x = whole_second(now + a.ttlMs), n = whole_second(now + a.ttlMs),
}
if a.switchboard == 'proxy' then
  s.st, s.d, s.ca, s.cb = 'r', now + a.reserveMs, caller.country, callee.country
  note_former_routes(s, s.d)
end
if is_ours(s) then announce_opened(s) end
write_bindings(s)
if is_ours(s) then
  for _, old in ipairs(first) do table.insert(beside, 1, old) end
  return opened(s, beside)
end
return reserved(s, first, beside)
`;
