/**
 * In call:{interaction}: cr vm (recordings of the conversation and of a message for the partner), cd vd (their seconds), and the request that did
 * each deed that is done once.
 * recordings:all  zset  "{recording} {interaction}"; score = when it was made. It outlives the call log's entry, because
 *                       the recording at Twilio does too.
 */
const field = `
local FIELDS = { conversation = { 'cr', 'cd' }, voicemail = { 'vm', 'vd' } }
local entry = a.interactionId and key('call', a.interactionId)
local recordings = key('recordings', 'all')
`;

/** Arguments: interactionId, recordingSid, recordingKind, durationSeconds. */
export const keepRecording = `
${field}
local names = FIELDS[a.recordingKind]
if redis.call('EXISTS', entry) == 1 then
  redis.call('HSET', entry, names[1], a.recordingSid)
  if a.durationSeconds then redis.call('HSET', entry, names[2], a.durationSeconds) end
end
local is_new = redis.call('ZADD', recordings, 'NX', int(now), a.recordingSid .. ' ' .. a.interactionId) == 1
local call = redis.call('HMGET', entry, 'id', 'ua', 'ub', 'by', 'pi')
if is_new and call[1] then
  emit(call[1], 'recording.ready', {
    sessionId = call[1], callId = a.interactionId, userId = call[2], peerId = call[3],
    callerId = ({ a = call[2], b = call[3] })[call[5] or call[4]],
    recordingId = a.recordingSid, kind = a.recordingKind, durationSeconds = a.durationSeconds,
  })
end
return cjson.encode({ kind = 'done' })
`;

/** Arguments: interactionId, deed, requestId. Answers {first}. */
export const claim = `
${field}
if redis.call('EXISTS', entry) == 0 then return cjson.encode({ first = false }) end
redis.call('HSETNX', entry, a.deed, a.requestId)
return cjson.encode({ first = redis.call('HGET', entry, a.deed) == a.requestId })
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
