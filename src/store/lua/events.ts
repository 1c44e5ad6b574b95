/**
 * The outbox of events: written in the script that makes the change, so that neither exists without the other.
 *
 * events:log         hash  number -> the event as JSON. The oldest go when there are too many or they are too old
 * events:counts      hash  first, last (numbers in the log), delivered, lost (went before they were delivered)
 * events:due         zset  subjects with waiting events; score = when to deliver next. A drain moves it ahead: that is its lease
 * events:tries       hash  subject -> failures in a row
 * scarce:{country}    there for an hour after the scarcity of a pool was told
 * waiting:{subject}  list  numbers of the subject's events, in order. The subject of an event is its session where it has one
 */
export const emitting = `
local MOST_EVENTS = 10000
local KEEP_EVENTS_MS = 7 * 86400000
local outbox = {
  log = a.prefix .. 'events:log', counts = a.prefix .. 'events:counts',
  due = a.prefix .. 'events:due', tries = a.prefix .. 'events:tries',
}
local function waiting_of(subject) return a.prefix .. 'waiting:' .. subject end

local function nothing_waits(subject)
  redis.call('ZREM', outbox.due, subject)
  redis.call('HDEL', outbox.tries, subject)
end

-- An event that leaves the log undelivered is lost, and counted.
local function drop_event(number)
  local text = redis.call('HGET', outbox.log, number)
  if text then
    local subject = cjson.decode(text).subject
    if redis.call('LREM', waiting_of(subject), 1, number) == 1 then
      redis.call('HINCRBY', outbox.counts, 'lost', 1)
      if redis.call('LLEN', waiting_of(subject)) == 0 then nothing_waits(subject) end
    end
    redis.call('HDEL', outbox.log, number)
  end
  redis.call('HSET', outbox.counts, 'first', number + 1)
end

-- At most two go for each that comes, so that no request pays for a long backlog.
local function bound_log(last)
  local first = tonumber(redis.call('HGET', outbox.counts, 'first') or '1')
  for number = first, math.min(first + 1, last) do
    local text = redis.call('HGET', outbox.log, number)
    local is_old = text and cjson.decode(text).atMs < now - KEEP_EVENTS_MS
    if text and not is_old and last - number < MOST_EVENTS then return end
    drop_event(number)
  end
end

-- Puts an event into the outbox where there is a receiver. Nothing that is safe to apply twice may call it twice: it belongs behind the
-- change itself. "data" holds ids, instants (named ...AtMs) and words of our own, never a number or a text.
local function emit(subject, kind, data)
  if not a.events then return end
  local number = redis.call('HINCRBY', outbox.counts, 'last', 1)
  local id = 'evt_' .. a.events .. int(number)
  redis.call('HSET', outbox.log, number, cjson.encode({ id = id, type = kind, atMs = now, subject = subject, data = data }))
  redis.call('RPUSH', waiting_of(subject), number)
  redis.call('ZADD', outbox.due, 'NX', int(now), subject)
  for _, name in ipairs({ outbox.log, outbox.due, outbox.tries, waiting_of(subject) }) do expire_at(name, now + KEEP_EVENTS_MS) end
  bound_log(number)
end
`;

/** Told once an hour for each country: no number of the pool was free and rested for a phone, or none at all was left. */
export const scarcity = `
local function announce_scarcity(country, is_exhausted)
  if not redis.call('SET', key('scarce', country), '1', 'NX', 'PX', 3600000) then return end
  emit('pool:' .. country, 'pool.nearly_exhausted', { country = country, exhausted = is_exhausted })
end
`;
