import { walk } from './walk';

/**
 * What operators' commands ask of the store. Walks go by SCAN, a step of bounded size each, so that live traffic is never held up;
 * every change is decided inside the script that makes it.
 * @see https://redis.io/docs/latest/commands/scan/
 */

/** Arguments: cursor. One step of a walk over all sessions on record. */
export const scanSessions = `
${walk}
local cursor, names = step('s:*')
local found = {}
for _, name in ipairs(names) do
  local s = load_session(name_of(name, 's'))
  if s then
    found[#found + 1] = {
      sessionId = s.id, isOurs = is_ours(s), userIds = { s.ua, s.ub }, pair = s.pr, hashes = { s.ha, s.hb }, sealed = s.e,
    }
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

/** Arguments: changes [{sessionId, from, to}]. Puts sealed numbers in the place of exactly those that were read. */
export const reseal = `
local changed = 0
for _, change in ipairs(a.changes) do
  local s = load_session(change.sessionId)
  if s and s.e == change.from then
    s.e = change.to
    save_session(s)
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
