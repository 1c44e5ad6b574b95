import { erasingEvents } from './outbox';
import { erasingReports } from './reports';
import { walk } from './walk';

/**
 * What operators' commands ask of the store. Walks go by SCAN, a step of bounded size each, so that live traffic is never held up;
 * every change is decided inside the script that makes it.
 * @see https://redis.io/docs/latest/commands/scan/
 */

/** Arguments: cursor. One step of a walk over all sessions on record. */
export const scanSessions = `
${walk}
local cursor, names = step('session:*')
local found = {}
for _, name in ipairs(names) do
  local s = load_session(name_of(name, 'session'))
  if s then
    found[#found + 1] = { sessionId = s.id, isOurs = is_ours(s), userIds = { s.ua, s.ub }, pair = s.pr, seals = {
      { field = 'ea', hash = s.ha, sealed = s.ea }, { field = 'eb', hash = s.hb, sealed = s.eb },
    } }
  end
end
return cjson.encode({ cursor = cursor, found = found })
`;

/**
 * Arguments: items [{sessionId, sid, seen: live | closed | absent}], startedMs, apply. Compares what was seen at the switchboard with the
 * record of this moment. With `apply`, a session that must end is put down as closing here and now, so that no connect uses it again.
 *
 * agreed     nothing to do                             unknown   the switchboard routes a session that is not on record
 * in_flight  a request may still be at work on it      ended     over at the switchboard, which still keeps the real numbers
 * closing    closed here, not yet at the switchboard   missing   live here, and not at the switchboard
 * overdue    reserved by a request that is gone        expired   past its end here, and still live at the switchboard
 */
export const compare = `
-- How long a lost request may still take effect at the switchboard, or an extension be on its way here.
local SETTLE_MS = 60000

local function without_record(item)
  if item.seen == 'live' then return 'unknown' end
  return item.seen == 'closed' and 'ended' or 'agreed'
end

local function finding(item, s)
  if is_ours(s) then return 'agreed' end
  if is_in_flight(s) then return 'in_flight' end
  -- Names are unique at the switchboard: what was seen is gone, and the record is about its successor.
  if s.k and item.sid and s.k ~= item.sid then return 'agreed' end
  if not s.k and item.seen == 'absent' and s.d + SETTLE_MS > a.startedMs then return 'in_flight' end
  if s.st == 'c' then return 'closing' end
  if s.st == 'r' then return 'overdue' end
  if item.seen == 'live' then return now >= s.x + SETTLE_MS and 'expired' or 'agreed' end
  if now < s.x then return 'missing' end
  return item.seen == 'closed' and 'ended' or 'agreed'
end

local must_end = { closing = true, overdue = true, expired = true, missing = true, ended = true }
local findings = {}
for i, item in ipairs(a.items) do
  local s = load_session(item.sessionId)
  local kind = s and finding(item, s) or without_record(item)
  if a.apply and s and must_end[kind] and s.st ~= 'c' then mark_closing(s, 'gone') end
  findings[i] = { sessionId = item.sessionId, kind = kind, sid = s and s.k or item.sid }
end
return cjson.encode({ findings = findings })
`;

/** Arguments: changes [{sessionId, field, from, to}]. Puts a sealed number in the place of exactly the one that was read. */
export const reseal = `
local changed = 0
for _, change in ipairs(a.changes) do
  local name = key('session', change.sessionId)
  if redis.call('HGET', name, change.field) == change.from then
    redis.call('HSET', name, change.field, change.to)
    changed = changed + 1
  end
end
return cjson.encode({ changed = changed })
`;

/** Arguments: cursor, userId. One step of a walk over the call log: the user's entries, each with its session and the partner. */
export const scanCalls = `
${walk}
local cursor, names = step('call:*')
local found = {}
for _, name in ipairs(names) do
  local entry = redis.call('HMGET', name, 'id', 'ua', 'ub')
  if entry[2] == a.userId or entry[3] == a.userId then
    local peer = entry[2]
    if peer == a.userId then peer = entry[3] end
    found[#found + 1] = { sessionId = entry[1], peerId = peer }
  end
end
return cjson.encode({ cursor = cursor, found = found })
`;

/**
 * Arguments: cursor, userId, hashes (of the user's numbers), pairs, sessionIds, apply. One step of a walk over everything: counts, and
 * with `apply` erases, what names the user or the user's numbers. What belongs to a session that is still on record stays: it is
 * needed to close the session. In the call log only the user's id is erased: the rest belongs to the partner.
 */
export const eraseUser = `
${walk}
local cursor, names = step('*')
local hashes, pairs_of, own = set_of(a.hashes), set_of(a.pairs), set_of(a.sessionIds)
local half_hashes = {}
for _, hash in ipairs(a.hashes) do half_hashes[half(hash)] = true end
local erased = { calls = 0, routes = 0, pairs = 0, quotas = 0, blocks = 0, events = 0, violations = 0, reports = 0, lists = 0 }

-- Before anything is applied, the user's own sessions count as closed already.
local function is_needed(id)
  return redis.call('EXISTS', key('session', id)) == 1 and (a.apply or not own[id])
end

local function erase(kind, name)
  erased[kind] = erased[kind] + 1
  if a.apply then redis.call('DEL', name) end
end

local visit = {}

function visit.call(name)
  for _, field in ipairs({ 'ua', 'ub' }) do
    if redis.call('HGET', name, field) == a.userId then
      erased.calls = erased.calls + 1
      if a.apply then redis.call('HSET', name, field, '') end
    end
  end
end

function visit.full(name, rest)
  if hashes[rest] and a.apply then redis.call('DEL', name) end
end

function visit.told(name, rest)
  if hashes[string.match(rest, '^[^:]*')] and a.apply then redis.call('DEL', name) end
end

function visit.missed(name, rest)
  if not a.apply then return end
  if rest == a.userId then redis.call('DEL', name) else redis.call('ZREM', name, a.userId) end
end

-- Blocks of the user by others protect these others, and stay theirs.
function visit.blocks(name, rest)
  if rest == a.userId then erase('blocks', name) end
end

function visit.calls(name, rest)
  if pairs_of[rest] then erase('lists', name) end
end

for _, kind in ipairs({ 'violations', 'tally', 'paused' }) do
  visit[kind] = function(name, rest)
    if rest == a.userId then erase('violations', name) end
  end
end

function visit.window(name, rest)
  if own[string.match(rest, '^[^:]+')] then erase('violations', name) end
end

${erasingEvents}${erasingReports}
local shelf = {}

local function erase_shelved(kind, remove)
  erased[kind] = erased[kind] + 1
  if a.apply then remove() end
end

function shelf.r(name, value, remove)
  local hash = phone_and_number(name)
  if hashes[hash] and not is_needed(parse_route(value).id) then erase_shelved('routes', remove) end
end

function shelf.p(pair, value, remove)
  local id, hash = string.match(value, '^(%S+) (%S+)')
  if (pairs_of[pair] or own[id] or half_hashes[hash]) and not is_needed(id) then erase_shelved('pairs', remove) end
end

function shelf.q(name, _, remove)
  local of_pair = string.match(name, '^pair:(.+)$')
  local of_user = string.match(name, '^user:(.+)$')
  if of_user == a.userId or (of_pair and pairs_of[of_pair]) then erase_shelved('quotas', remove) end
end

function shelf.u(user, _, remove)
  if user ~= a.userId then return end
  for _, member in ipairs(sessions_of(user)) do
    if is_needed(string.sub(member, 2)) then return end
  end
  if a.apply then redis.call('DEL', key('user', user)) end
  erase_shelved('lists', remove)
end

function visit.shelf(name) visit_shelf(name, shelf) end

for _, name in ipairs(names) do
  local kind, rest = string.match(string.sub(name, #a.prefix + 1), '^(%a+):(.*)$')
  if kind and visit[kind] then visit[kind](name, rest) end
end
return cjson.encode({ cursor = cursor, erased = erased })
`;
