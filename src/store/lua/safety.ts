/**
 * violations:{user}   zset  rejected texts within the pause window; score = when. Members are ids, never words
 * tally:{user}        hash  what operators see, kept as long as the call log: texts, pauses, and per kind how often it was found
 * paused:{user}       the instant at which the user may call and write again
 * window:{session}:{sender}   list  "{interaction} {when} {sealed digits}" of the sender's last texts; gone within the window
 *
 * In s:{id}: qa qb (which side a participant of Twilio Proxy is; webhooks name no number, so it is learnt at need).
 */
export const pausing = `
-- Nil when the user is not paused.
local function paused_until(user)
  local stop = tonumber(redis.call('GET', key('paused', user)) or '0')
  if now < stop then return stop end
end
`;

/** Arguments: pauseAfter, pauseWindowMs, pauseMs, logMs, traceMs, sender (of a text or call, may be absent), hash. */
export const violating = `
${pausing}
local MOST_TRACES = 5

-- "s" is the session of the text, where it has one.
local function count_violation(user, id, kinds, s)
  local recent = key('violations', user)
  redis.call('ZREMRANGEBYSCORE', recent, '-inf', int(now - a.pauseWindowMs))
  if redis.call('ZADD', recent, 'NX', int(now), id) == 0 then return end
  expire_at(recent, now + a.pauseWindowMs)
  local subject = s and s.id or user
  local peer = s and (s.ua == user and s.ub or s.ua)
  emit(subject, 'text.blocked', { sessionId = s and s.id, textId = id, userId = user, peerId = peer, kinds = kinds })
  local tally = key('tally', user)
  redis.call('HINCRBY', tally, 'texts', 1)
  for _, kind in ipairs(kinds) do redis.call('HINCRBY', tally, kind, 1) end
  if a.pauseAfter > 0 and redis.call('ZCARD', recent) >= a.pauseAfter and not paused_until(user) then
    redis.call('SET', key('paused', user), int(now + a.pauseMs), 'PX', int(a.pauseMs))
    redis.call('HINCRBY', tally, 'pauses', 1)
    emit(subject, 'user.paused', { userId = user, untilAtMs = now + a.pauseMs })
  end
  expire_at(tally, now + a.logMs)
end

-- The side that a sender is on: a or b as it is, a participant of Twilio Proxy by what was learnt, or is learnt now by its number's hash.
local function side_of(s, sender, hash)
  if not sender then return nil end
  for _, side in ipairs(sides(s)) do
    if sender == side[1] or s['q' .. side[1]] == sender then return side end
    if hash == side[3] then
      s['q' .. side[1]] = sender
      save_session(s)
      return side
    end
  end
  if s.qa then return sides(s)[2] end
  if s.qb then return sides(s)[1] end
end

local function window_key(s, sender) return key('window', s.id .. ':' .. sender) end

-- What the sender's texts before this one held; this one's trace is put down with them, once.
local function remember(s, sender, interaction, trace)
  local name, earlier = window_key(s, sender), {}
  for _, item in ipairs(redis.call('LRANGE', name, 0, -1)) do
    local id, at, sealed = string.match(item, '^(%S+) (%d+) (%S+)$')
    if id == interaction then return earlier end
    if tonumber(at) > now - a.traceMs then earlier[#earlier + 1] = { id = id, sealed = sealed } end
  end
  if trace then
    redis.call('RPUSH', name, interaction .. ' ' .. int(now) .. ' ' .. trace)
    redis.call('LTRIM', name, -MOST_TRACES, -1)
    expire_at(name, now + a.traceMs)
  end
  return earlier
end

-- A rejected text never reaches the partner: the next one is not judged with it.
local function unremember(s, sender, interaction)
  local name = window_key(s, sender)
  for _, item in ipairs(redis.call('LRANGE', name, 0, -1)) do
    if string.match(item, '^%S+') == interaction then redis.call('LREM', name, 0, item) end
  end
end
`;

/**
 * What stops a paused sender and a text that screening rejected: "rejected" lists what it found, "trace" is what the next texts are judged
 * with. "unidentified" asks for the sender's number: who it is matters, and the webhook does not say.
 */
export const guarding = `
local function concern(s, sender, hash)
  local is_rejected = a.rejected and #a.rejected > 0
  local someone_paused = paused_until(s.ua) or paused_until(s.ub)
  if not is_rejected and not someone_paused then return nil end
  local side = side_of(s, sender, hash)
  if not side then return 'unidentified' end
  if paused_until(side[5]) then return 'paused' end
  if not is_rejected then return nil end
  count_violation(side[5], a.interactionId, a.rejected, s)
  return 'text_rejected'
end

-- The traces of the sender's earlier texts, for a text that may pass by itself.
local function earlier_texts(s, sender)
  return a.rejected and sender and remember(s, sender, a.interactionId, a.trace) or nil
end
`;

/** Arguments: userId, items [{id, kinds}]. Counts texts that were rejected outside of a session; answers until when the user is paused. */
export const countViolations = `
${violating}
for _, item in ipairs(a.items) do count_violation(a.userId, item.id, item.kinds) end
return cjson.encode({ pausedUntilMs = paused_until(a.userId) })
`;

/** Arguments: userId. What operators see of a user: counts alone. */
export const violationsOf = `
${pausing}
local counts = {}
local flat = redis.call('HGETALL', key('tally', a.userId))
for i = 1, #flat, 2 do counts[flat[i]] = tonumber(flat[i + 1]) end
counts.texts, counts.pauses = counts.texts or 0, counts.pauses or 0
return cjson.encode({ counts = counts, pausedUntilMs = paused_until(a.userId) })
`;
