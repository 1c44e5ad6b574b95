import { blocking } from './blocks';

/**
 * In call:{interaction}: cr vm (recordings of the conversation and of a message for the partner), cd vd (their seconds), and the request that did
 * each deed that is done once.
 * recordings:all  zset  "{recording} {interaction}"; score = when it was made. It outlives the call log's entry, because
 *                       the recording at Twilio does too.
 * missed:{user}         zset  whose calls the user was texted of within the last ten minutes; score = when
 */
const field = `
local FIELDS = { conversation = { 'cr', 'cd' }, voicemail = { 'vm', 'vd' } }
local entry = a.interactionId and key('call', a.interactionId)
local recordings = key('recordings', 'all')
`;

/** Arguments: interactionId, recordingSid, recordingKind, durationSeconds. */
export const keepRecording = `
${field}
${blocking}
local names = FIELDS[a.recordingKind]
local is_new = redis.call('ZADD', recordings, 'NX', int(now), a.recordingSid .. ' ' .. a.interactionId) == 1
local call = redis.call('HMGET', entry, 'id', 'ua', 'ub', 'by', 'pi')
-- A message reaches nobody across a block that was made while it was spoken; it is only deleted in its time.
local is_withheld = call[1] and a.recordingKind == 'voicemail' and is_blocked_between(call[2], call[3])
if call[1] and not is_withheld then
  redis.call('HSET', entry, names[1], a.recordingSid)
  if a.durationSeconds then redis.call('HSET', entry, names[2], a.durationSeconds) end
end
if is_new and call[1] and not is_withheld then
  emit(call[1], 'recording.ready', {
    sessionId = call[1], callId = a.interactionId, userId = call[2], peerId = call[3],
    callerId = ({ a = call[2], b = call[3] })[call[5] or call[4]],
    recordingId = a.recordingSid, kind = a.recordingKind, durationSeconds = a.durationSeconds,
  })
end
return cjson.encode({ kind = 'done' })
`;

/** Arguments: interactionId, deed, requestId. Answers {first}. What may not be done is claimed by nobody, so that it stays undone. */
export const claim = `
${field}
${blocking}
local NOBODY = '-'
local may = { recording = function() return true end }

-- Ringing somebody again and again must not text them as often; nor does a text pass a block that was made while it rang.
local MISSED_CALL_MS = 600000
function may.missed_call_notice()
  local call = redis.call('HMGET', entry, 'ua', 'ub', 'by', 'pi')
  local caller, called = call[1], call[2]
  if (call[4] or call[3]) == 'b' then caller, called = called, caller end
  if is_blocked_between(caller, called) then return false end
  local told = key('missed', called)
  redis.call('ZREMRANGEBYSCORE', told, '-inf', int(now - MISSED_CALL_MS))
  if redis.call('ZADD', told, 'NX', int(now), caller) == 0 then return false end
  expire_at(told, now + MISSED_CALL_MS)
  return true
end

if redis.call('EXISTS', entry) == 0 then return cjson.encode({ first = false }) end
local owner = redis.call('HGET', entry, a.deed)
if not owner then
  owner = may[a.deed]() and a.requestId or NOBODY
  redis.call('HSET', entry, a.deed, owner)
end
return cjson.encode({ first = owner == a.requestId })
`;

/** Arguments: interactionId, legId, requestId, latestMs. Answers {answeredAtMs} to the one request that warns of the end of the call. */
export const claimWarning = `
${field}
local call = redis.call('HMGET', entry, 'an', 'e')
local answered = call[1] and tonumber(call[1])
if not answered or call[2] or now - answered > a.latestMs then return '{}' end
if redis.call('HSETNX', entry, 'wr', a.requestId) == 1 then redis.call('HSET', entry, 'wl', a.legId, 'wa', int(now)) end
if redis.call('HGET', entry, 'wr') ~= a.requestId then return '{}' end
return cjson.encode({ answeredAtMs = answered })
`;

/**
 * Arguments: beforeMs, offset, limit. Answers a page of the recordings that were made before, the oldest first:
 * [{recordingSid, interactionId, userIds}], without users where the call is no longer on record.
 */
export const recordingsBefore = `
${field}
local found = {}
for i, member in ipairs(redis.call('ZRANGEBYSCORE', recordings, '-inf', int(a.beforeMs), 'LIMIT', a.offset, a.limit)) do
  local sid, interaction = string.match(member, '^(%S+) (%S+)$')
  local users = redis.call('HMGET', key('call', interaction), 'ua', 'ub')
  found[i] = { recordingSid = sid, interactionId = interaction, userIds = { users[1] or '', users[2] or '' } }
end
return cjson.encode({ found = found })
`;

/** Arguments: interactionId, recordingSid. Forgets a recording that is gone at Twilio. */
export const forgetRecording = `
${field}
for _, names in pairs(FIELDS) do
  if redis.call('HGET', entry, names[1]) == a.recordingSid then redis.call('HDEL', entry, names[1], names[2]) end
end
redis.call('ZREM', recordings, a.recordingSid .. ' ' .. a.interactionId)
return cjson.encode({ kind = 'done' })
`;
