import { blocking } from './blocks';
import { endingCalls } from './call-ends';
import { guarding, violating } from './safety';
import { telling } from './telling';

/**
 * call:{interaction}  hash  id ua ub (session and users), ty (type), st (status), rk (rank), s (started), an (answered),
 *                           e (ended), du (seconds), by (who began it, as Twilio Proxy names the participant, or a or b), pi (a or b:
 *                           the side whose PIN joined the call), wr wl wa (the request that warned of the end, the call to the partner's
 *                           phone, and when)
 * calls:all           zset  interaction ids; score = started. Old entries go when new ones come.
 * calls:{pair}        zset  the same of one pair
 */
export const log = `
${blocking}
${violating}
${endingCalls}
-- Why the session carries no call and no text now; nil when it does.
local function refusal(s)
  if s.st ~= 'o' then return 'session_closed' end
  if now >= s.x then return 'session_expired' end
  if is_blocked_between(s.ua, s.ub) then return 'blocked' end
end

-- "side" is who began it, where that is known.
local function open_entry(interaction, s, kind, side)
  local entry = key('call', interaction)
  if redis.call('HSETNX', entry, 's', int(now)) == 0 then return false end
  redis.call('HSET', entry, 'id', s.id, 'ua', s.ua, 'ub', s.ub, 'ty', kind)
  expire_at(entry, now + a.logMs)
  redis.call('ZREMRANGEBYSCORE', key('calls', 'all'), '-inf', int(now - a.logMs))
  redis.call('ZADD', key('calls', 'all'), int(now), interaction)
  redis.call('ZREMRANGEBYSCORE', key('calls', s.pr), '-inf', int(now - a.logMs))
  redis.call('ZADD', key('calls', s.pr), int(now), interaction)
  expire_at(key('calls', s.pr), now + a.logMs)
  if kind == 'voice' then
    local from = { a = s.ua, b = s.ub }
    expect_end(interaction, now + LONGEST_CALL_MS)
    expire_at(open_calls, now + a.logMs)
    emit(s.id, 'call.started', { sessionId = s.id, callId = interaction, userId = s.ua, peerId = s.ub, callerId = from[side] })
  end
  return true
end

-- Counts an interaction once, however often it is asked about; false when the session has had its fill this hour.
local function admit(s, interaction, kind, side)
  if redis.call('EXISTS', key('call', interaction)) == 1 then return true end
  local hour, count = string.match(s.q or '', '^(%d+):(%d+)$')
  local this_hour = int(math.floor(now / 3600000))
  if hour ~= this_hour then count = 0 end
  if tonumber(count) >= a.callsPerHour then return false end
  open_entry(interaction, s, kind, side)
  s.q = this_hour .. ':' .. int(count + 1)
  save_session(s)
  return true
end
`;

/**
 * Arguments: sid, interactionId, type, sender (the participant's sid, may be absent), hash (of the sender's number, once asked for),
 * rejected and trace (of a text), logMs, callsPerHour. Answers {kind: allow, earlier}, {kind: deny, reason} or {kind: unidentified}.
 */
export const judge = `
${log}
${guarding}
local function deny(reason) return { kind = 'deny', reason = reason } end

local function decide()
  local id = shelved('k', a.sid)
  local s = id and load_session(id)
  if not s then return deny('unknown_session') end
  local reason = refusal(s) or concern(s, a.sender, a.hash)
  if reason == 'unidentified' then return { kind = reason } end
  if reason then return deny(reason) end
  if not admit(s, a.interactionId, a.type) then return deny('quota_exceeded') end
  if a.sender then redis.call('HSETNX', key('call', a.interactionId), 'by', a.sender) end
  return { kind = 'allow', earlier = earlier_texts(s, a.sender) }
end

return cjson.encode(decide())
`;

/**
 * Arguments: interactionId, kinds, hash (of the sender's number, once asked for). Takes back an admitted text that completes what earlier
 * ones began. Answers {kind: done | unidentified}.
 */
export const rejectText = `
${log}
local entry = key('call', a.interactionId)
local found = redis.call('HMGET', entry, 'id', 'by')
local s = found[1] and load_session(found[1])
if not s or not found[2] then return cjson.encode({ kind = 'done' }) end
unremember(s, found[2], a.interactionId)
redis.call('HSET', entry, 'st', 'rejected', 'rk', 4)
redis.call('HSETNX', entry, 'e', int(now))
local side = side_of(s, found[2], a.hash)
if not side then return cjson.encode({ kind = 'unidentified' }) end
count_violation(side[5], a.interactionId, a.kinds, s)
return cjson.encode({ kind = 'done' })
`;

/**
 * Arguments: interactionId, type, hash (of the caller's number, absent when withheld), number, rejected and trace (of a text), logMs,
 * callsPerHour, media (whether a text has some).
 * Answers {kind: joined, ...} with the partner's sealed number, {kind: refused, reason}, or {kind: ended | unknown | own_number}.
 */
export const route = `
${log}
${guarding}
${telling}
local function joined(s, own, partner)
  return {
    earlier = earlier_texts(s, own[1]),
    kind = 'joined', sessionId = s.id, side = own[1], initiator = own[5], partnerId = partner[5],
    callerId = partner[2], sealed = sealed_partner(s, own[1]),
  }
end

local function decide()
  if a.hash and redis.call('HEXISTS', a.prefix .. 'numbers', a.hash) == 1 then return { kind = 'own_number' } end
  if a.media then return { kind = 'refused', reason = 'media_refused' } end
  local way = a.hash and read_route(a.number, a.hash)
  if not way or way.id == '-' or now >= way.stop + a.coolOffMs then return { kind = 'unknown' } end
  local s = load_session(way.id)
  local reason = s and refusal(s)
  if not s or reason == 'session_closed' or reason == 'session_expired' then return { kind = 'ended' } end
  reason = reason or concern(s, way.side)
  if reason then return { kind = 'refused', reason = reason } end
  if not admit(s, a.interactionId, a.type, way.side) then return { kind = 'refused', reason = 'quota_exceeded' } end
  redis.call('HSETNX', key('call', a.interactionId), 'by', way.side)
  local first, second = sides(s)[1], sides(s)[2]
  if way.side == 'a' then return joined(s, first, second) end
  return joined(s, second, first)
end

local outcome = decide()
local has_notice = outcome.kind ~= 'joined' and outcome.kind ~= 'own_number' and outcome.reason ~= 'text_rejected'
if a.type == 'message' and has_notice and has_heard_enough() then outcome = { kind = 'refused', reason = 'told_enough' } end
return cjson.encode(outcome)
`;

/**
 * Arguments: sid, interactionId, type, status, rank, final, initiatorSid, durationSeconds, teller, logMs.
 * Reports come twice and in any order: a status never goes back to a lower rank, and a final one stays. Without a sid, as for a
 * call that a PIN joined, only an entry that exists already is told. Of a call that was warned of its end the two move for a moment:
 * what ends at one side then is not the call, and whoever hangs up then may leave the other one alone.
 * Answers {kind: kept | blocked, alone}, whether the two may not reach each other any more, asked of the end of a call alone, or
 * {kind: moved, answeredAtMs}.
 */
export const record = `
${log}
local MOVING_MS = 15000
local entry = key('call', a.interactionId)
if redis.call('EXISTS', entry) == 0 then
  local id = a.sid and shelved('k', a.sid)
  local s = id and load_session(id)
  if not s then return cjson.encode({ kind = 'kept' }) end
  open_entry(a.interactionId, s, a.type)
end
local legId, warned, answered, over, status = unpack(redis.call('HMGET', entry, 'wl', 'wa', 'an', 'e', 'st'))
local is_moving = warned and not over and now - warned < MOVING_MS
if a.teller == 'dial' and is_moving then return cjson.encode({ kind = 'moved', answeredAtMs = tonumber(answered) }) end
if a.teller == 'callee' and not legId then return cjson.encode({ kind = 'kept' }) end
local alone
if is_moving and a.teller == 'callee' and status ~= 'ended' then alone = a.interactionId end
if is_moving and a.status == 'ended' then alone = legId end
if a.initiatorSid then redis.call('HSETNX', entry, 'by', a.initiatorSid) end
if a.status == 'in-progress' then redis.call('HSETNX', entry, 'an', int(now)) end
if a.durationSeconds then redis.call('HSET', entry, 'du', a.durationSeconds) end
local rank = tonumber(redis.call('HGET', entry, 'rk') or '-1')
if a.rank > rank then
  redis.call('HSET', entry, 'st', a.status, 'rk', a.rank)
  -- The caller's side is over: of a call that was answered it is still to come how and after how long it ended.
  local is_told_later = a.status == 'ended' and redis.call('HEXISTS', entry, 'an') == 1
  if is_told_later then expect_end(a.interactionId, now)
  elseif a.final then end_call(a.interactionId, a.status == 'ended' and 'canceled' or a.status, now) end
end
if a.final then end_overdue(2) end
local users = a.final and redis.call('HMGET', entry, 'ua', 'ub')
local is_blocked = users and is_blocked_between(users[1], users[2])
return cjson.encode({ kind = is_blocked and 'blocked' or 'kept', alone = alone })
`;

/**
 * Arguments: interactionId, hash (of the caller's number, absent when withheld), number, type. A session that we hold for live although the
 * switchboard finds none for a call has ended there by itself: it is closed, so that the next connect opens a new one. A text
 * proves nothing: it is out of session also where a live session carries voice only.
 */
export const outOfSession = `
${telling}
if a.type == 'message' and has_heard_enough() then return cjson.encode({ kind = 'told_enough' }) end
local route = a.hash and read_route(a.number, a.hash)
if not route or route.id == '-' or now >= route.stop + a.coolOffMs then return cjson.encode({ kind = 'unknown' }) end
local s = load_session(route.id)
if s and s.k and s.st == 'o' and is_live(s) and a.type == 'voice' then mark_closing(s, 'gone') end
return cjson.encode({ kind = 'ended' })
`;
