/** The giving out of PINs. Arguments: pins, random candidates; Redis makes no random numbers that are fit for secrets. */
export const issuing = `
-- The side's PIN on its number: the one it has, else the first candidate that no session on that number has or lately had.
local function issue_pin(s, side)
  local name, number, pin = side[1], side[2], side[6]
  if holds_pin(s, number, pin) then return pin end
  for _, candidate in ipairs(a.pins) do
    if not shelved('n', number .. candidate) then
      hold_pin(s, number, candidate)
      s['p' .. name] = candidate
      save_session(s)
      return candidate
    end
  end
end
`;

/**
 * Arguments: callSid, attempt, number, pin, hash (of the caller's number, absent when withheld), triesPerCaller, triesPerNumber,
 * logMs, callsPerHour. Answers {kind: joined, callerId, sealed} or {kind: refused, reason}.
 *
 * pin-verdict:{call}:{attempt}   "-{reason}", or the side and the session that the PIN belongs to: whoever asks about the same
 *                                attempt again gets the same answer, and is not counted again
 * pin-tries:{caller or number}   zset  the wrong attempts of the last hour; score = when. Withheld callers of a number are one
 *                                caller. A full set takes no more, so that an attack does not lengthen its own lock-out for others
 */
export const enterPin = `
local WINDOW_MS = 3600000
local attempt = a.callSid .. ':' .. int(a.attempt)
local verdict_key = key('pin-verdict', attempt)

local tallies = {
  { name = key('pin-tries', 'caller:' .. (a.hash or a.number)), limit = a.triesPerCaller },
  { name = key('pin-tries', 'number:' .. a.number), limit = a.triesPerNumber },
}

local function count()
  for _, tally in ipairs(tallies) do
    redis.call('ZREMRANGEBYSCORE', tally.name, '-inf', int(now - WINDOW_MS))
    if redis.call('ZCARD', tally.name) >= tally.limit then return false end
  end
  for _, tally in ipairs(tallies) do
    redis.call('ZADD', tally.name, int(now), attempt)
    expire_at(tally.name, now + WINDOW_MS)
  end
  return true
end

-- A right PIN was no guess: it takes no attempt from the others who share the number.
local function count_back()
  for _, tally in ipairs(tallies) do redis.call('ZREM', tally.name, attempt) end
end

local function owner()
  local id = shelved('n', a.number .. a.pin)
  local s = id and load_session(id)
  if not s or refusal(s) then return end
  for _, side in ipairs(sides(s)) do
    if side[2] == a.number and side[6] == a.pin then return s, side end
  end
end

local function judge()
  if not count() then return '-attempts_exhausted' end
  local s, side = owner()
  if not s then return '-wrong_pin' end
  count_back()
  if paused_until(side[5]) then return '-paused' end
  if not admit(s, a.callSid, 'voice', side[1]) then return '-quota_exceeded' end
  redis.call('HSET', key('call', a.callSid), 'pi', side[1])
  return side[1] .. s.id
end

local function answer(verdict)
  local side, rest = string.sub(verdict, 1, 1), string.sub(verdict, 2)
  if side == '-' then return { kind = 'refused', reason = rest } end
  local s = load_session(rest)
  if not s or refusal(s) then return { kind = 'refused', reason = 'wrong_pin' } end
  return { kind = 'joined', callerId = side == 'a' and s.nb or s.na, sealed = sealed_partner(s, side) }
end

local verdict = redis.call('GET', verdict_key)
if not verdict then
  verdict = judge()
  redis.call('SET', verdict_key, verdict, 'PX', int(WINDOW_MS))
end
return cjson.encode(answer(verdict))
`;
