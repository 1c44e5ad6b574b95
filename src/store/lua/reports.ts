import { blockingPeer } from './blocks';
import { callEntries } from './overview';
import { walk } from './walk';

/**
 * report:{id}       hash  ub ua (who reports whom), pr (pair), re (reason), tx (sealed words), se (session), st (state), at (filed),
 *                         up (changed), who (handler)
 * reports:{state}   zset  report ids; score = filed. Old ones go when new ones come
 * reporting:{user}  how many reports the user filed within a day of the first of them
 */
const reporting = `
local STATES = { 'open', 'in_review', 'closed' }
local function list_of(state) return key('reports', state) end

local function summary(id)
  local f = redis.call('HMGET', key('report', id), 'ua', 'ub', 're', 'st', 'at', 'up', 'who', 'se')
  if not f[1] then return nil end
  return {
    reportId = id, userId = f[1], peerId = f[2], reason = f[3], state = f[4], filedAtMs = tonumber(f[5]), changedAtMs = tonumber(f[6]),
    handler = f[7] or nil, sessionId = f[8] or nil,
  }
end
`;

/** Arguments: reportId, userId, peerId, pair, reason, text (sealed, may be absent), block, keepMs, perDay. */
export const fileReport = `
${reporting}
${blockingPeer}
local DAY_MS = 86400000
local name = key('report', a.reportId)

local function refused()
  local counter = key('reporting', a.userId)
  if tonumber(redis.call('GET', counter) or '0') >= a.perDay then
    return { kind = 'too_many', retryAfterSeconds = math.ceil(redis.call('PTTL', counter) / 1000) }
  end
  if redis.call('INCR', counter) == 1 then expire_at(counter, now + DAY_MS) end
end

local function keep()
  local session = recall_pair(a.pair)
  redis.call('HSET', name, 'ua', a.userId, 'ub', a.peerId, 'pr', a.pair, 're', a.reason, 'st', 'open', 'at', int(now), 'up', int(now))
  if session then redis.call('HSET', name, 'se', session) end
  if a.text then redis.call('HSET', name, 'tx', a.text) end
  expire_at(name, now + a.keepMs)
  for _, state in ipairs(STATES) do redis.call('ZREMRANGEBYSCORE', list_of(state), '-inf', int(now - a.keepMs)) end
  redis.call('ZADD', list_of('open'), int(now), a.reportId)
  emit(session or 'pair:' .. a.pair, 'report.filed', {
    reportId = a.reportId, userId = a.userId, peerId = a.peerId, reason = a.reason, sessionId = session or nil, blocked = a.block,
  })
end

if redis.call('EXISTS', name) == 0 then
  local refusal = refused()
  if refusal then return cjson.encode(refusal) end
  keep()
end
local found = { kind = 'filed', sessions = {}, pending = 0, ended = 0 }
if a.block then block_peer(found) end
return cjson.encode(found)
`;

/** Arguments: state, cursor, limit. The oldest first. */
export const listReports = `
${reporting}
local reports = {}
for _, id in ipairs(redis.call('ZRANGE', list_of(a.state), a.cursor, a.cursor + a.limit - 1)) do
  reports[#reports + 1] = summary(id)
end
local rest = redis.call('ZCARD', list_of(a.state)) > a.cursor + a.limit
return cjson.encode({ reports = reports, cursor = rest and a.cursor + a.limit or nil })
`;

/** Arguments: reportId, limit (of calls). Answers {found} with everything about the report, or an empty object. */
export const showReport = `
${reporting}
${callEntries}
local function tally_of(user)
  local flat, counts = redis.call('HGETALL', key('tally', user)), {}
  for i = 1, #flat, 2 do counts[flat[i]] = tonumber(flat[i + 1]) end
  if next(counts) then return counts end
end

local found = summary(a.reportId)
if not found then return cjson.encode({ kind = 'unknown' }) end
local fields = redis.call('HMGET', key('report', a.reportId), 'tx', 'pr')
local calls = entries(redis.call('ZREVRANGE', key('calls', fields[2]), 0, a.limit - 1))
return cjson.encode({
  report = found, sealed = fields[1] or nil, calls = calls, user = tally_of(found.userId), peer = tally_of(found.peerId),
})
`;

/** Arguments: reportId, state, handler. */
export const updateReport = `
${reporting}
local found = summary(a.reportId)
if not found then return cjson.encode({ known = false }) end
redis.call('HSET', key('report', a.reportId), 'st', a.state, 'up', int(now), 'who', a.handler)
redis.call('ZREM', list_of(found.state), a.reportId)
redis.call('ZADD', list_of(a.state), int(found.filedAtMs), a.reportId)
return cjson.encode({ known = true })
`;

/** The part of erasing a user that is about reports; for `eraseUser`. */
export const erasingReports = `
-- What the user reported stays, without the user's id and words: it is about somebody else. A report about the user stays until the
-- operators are done with it.
function visit.report(name)
  local report = redis.call('HMGET', name, 'ua', 'ub', 'st')
  local is_author, is_done = report[1] == a.userId, report[2] == a.userId and report[3] == 'closed'
  if is_done then return erase('reports', name) end
  if not is_author then return end
  erased.reports = erased.reports + 1
  if not a.apply then return end
  redis.call('HSET', name, 'ua', '')
  redis.call('HDEL', name, 'tx')
end

function visit.reporting(name, rest)
  if rest == a.userId then erase('quotas', name) end
end
`;

/** Arguments: cursor. One step of a walk over all reports: what users wrote, sealed. */
export const scanReports = `
${walk}
local cursor, names = step('report:*')
local found = {}
for _, name in ipairs(names) do
  local id, sealed = name_of(name, 'report'), redis.call('HGET', name, 'tx')
  if id and sealed then found[#found + 1] = { reportId = id, sealed = sealed } end
end
return cjson.encode({ cursor = cursor, found = found })
`;

/** Arguments: changes [{reportId, from, to}]. The same for what users wrote in reports. */
export const resealReports = `
local changed = 0
for _, change in ipairs(a.changes) do
  local name = key('report', change.reportId)
  if redis.call('HGET', name, 'tx') == change.from then
    redis.call('HSET', name, 'tx', change.to)
    changed = changed + 1
  end
end
return cjson.encode({ changed = changed })
`;
