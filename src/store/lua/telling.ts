/**
 * told:{hash}:{number}   zset  the texts of the last hour whose sender was told why they are not relayed; score = when
 *
 * Arguments: interactionId, hash (of the sender's number, absent when withheld), number.
 */
export const telling = `
-- Whoever answers every text by itself, or is paid for what we send, would never stop: a notice that is asked for again is the same one.
local MOST_NOTICES, HOUR_MS = 5, 3600000
local function has_heard_enough()
  local name = key('told', (a.hash or '') .. ':' .. a.number)
  redis.call('ZREMRANGEBYSCORE', name, '-inf', int(now - HOUR_MS))
  if redis.call('ZSCORE', name, a.interactionId) then return false end
  if redis.call('ZCARD', name) >= MOST_NOTICES then return true end
  redis.call('ZADD', name, int(now), a.interactionId)
  expire_at(name, now + HOUR_MS)
  return false
end
`;
