/**
 * How a call ends in the log. Twilio tells of an end twice, and both reports may be lost: a call whose end is overdue is ended by the next
 * report of any other one, or by a drain of events.
 *
 * calls:open      zset  calls that have not ended; score = from when on their end is overdue
 */
export const endingCalls = `
-- No call of Twilio's is longer.
-- https://www.twilio.com/docs/voice/twiml/dial#timelimit
local LONGEST_CALL_MS, LATEST_REPORT_MS = 4 * 3600000, 60000
local open_calls = key('calls', 'open')

-- The end is expected within the time in which Twilio repeats a report that was refused.
local function expect_end(interaction, ends_by)
  redis.call('ZADD', open_calls, int(ends_by + LATEST_REPORT_MS), interaction)
end

local function end_call(interaction, status, at)
  redis.call('ZREM', open_calls, interaction)
  local name = key('call', interaction)
  local call = redis.call('HMGET', name, 'id', 'ua', 'ub', 'ty', 'du')
  if not call[1] or redis.call('HSETNX', name, 'e', int(at)) == 0 or call[4] ~= 'voice' then return end
  emit(call[1], 'call.ended', {
    sessionId = call[1], callId = interaction, userId = call[2], peerId = call[3],
    status = status, durationSeconds = call[5] and tonumber(call[5]) or nil,
  })
end

local function end_overdue(most)
  local overdue = redis.call('ZRANGEBYSCORE', open_calls, '-inf', int(now), 'WITHSCORES', 'LIMIT', 0, most)
  for i = 1, #overdue, 2 do
    local was_answered = redis.call('HEXISTS', key('call', overdue[i]), 'an') == 1
    end_call(overdue[i], was_answered and 'completed' or 'canceled', tonumber(overdue[i + 1]) - LATEST_REPORT_MS)
  end
end
`;
