/**
 * The outbox of events: written in the script that makes the change, so that neither exists without the other.
 *
 * events:log         hash  number -> the event as JSON. The oldest go when there are too many or they are too old
 * events:counts      hash  first, last (numbers in the log), delivered, lost (went before they were delivered)
 * events:due         zset  subjects with waiting events; score = when to deliver next. A drain moves it ahead: that is its lease
 * events:tries       hash  subject -> failures in a row
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

/**
 * The sessions that are announced as open. Nobody acts when a session expires by itself: its end is announced by the next session that
 * opens, or by a drain.
 *
 * sessions:live      zset  open sessions; score = expires
 */
export const announcing = `
local live_sessions = a.prefix .. 'sessions:live'

local function announce_longer(s) redis.call('ZADD', live_sessions, 'XX', int(s.x), s.id) end

local function announce_closed(s, reason)
  if redis.call('ZREM', live_sessions, s.id) == 0 then return end
  if now >= s.x then reason = 'expired' end
  emit(s.id, 'session.closed', { sessionId = s.id, userId = s.ua, peerId = s.ub, endedAtMs = math.min(now, s.x), reason = reason })
end

local function announce_expired(most)
  local ended = redis.call('ZRANGEBYSCORE', live_sessions, '-inf', int(now), 'WITHSCORES', 'LIMIT', 0, most)
  for i = 1, #ended, 2 do
    local id = ended[i]
    announce_closed(load_session(id) or { id = id, x = tonumber(ended[i + 1]) }, 'expired')
  end
end

local function announce_opened(s)
  if redis.call('ZADD', live_sessions, 'NX', int(s.x), s.id) == 0 then return end
  emit(s.id, 'session.opened', { sessionId = s.id, userId = s.ua, peerId = s.ub, expiresAtMs = s.x })
  announce_expired(2)
end
`;

/** Told once an hour for each country: no number of the pool was free and rested for a phone, or none at all was left. */
export const scarcity = `
local function announce_scarcity(country, is_exhausted)
  if not a.events or not redis.call('SET', key('events', 'scarce:' .. country), '1', 'NX', 'PX', 3600000) then return end
  emit('pool:' .. country, 'pool.nearly_exhausted', { country = country, exhausted = is_exhausted })
end
`;

/**
 * Arguments: leaseMs, subjects (how many at most), each (events of one subject at most). Takes a lease on what is due: until it ends no
 * other drain gets these subjects, so that the events of each stay in order.
 */
export const claimEvents = `
announce_expired(50)
local batches = {}
for _, subject in ipairs(redis.call('ZRANGEBYSCORE', outbox.due, '-inf', int(now), 'LIMIT', 0, a.subjects)) do
  local numbers = redis.call('LRANGE', waiting_of(subject), 0, a.each - 1)
  if #numbers == 0 then nothing_waits(subject)
  else
    redis.call('ZADD', outbox.due, int(now + a.leaseMs), subject)
    batches[#batches + 1] = {
      subject = subject, leaseMs = now + a.leaseMs, numbers = numbers, events = redis.call('HMGET', outbox.log, unpack(numbers)),
    }
  end
end
return cjson.encode({ batches = batches })
`;

/**
 * Arguments: results [{subject, leaseMs (as claimed), delivered [numbers], failed}]. A subject whose lease went to another drain keeps
 * that drain's time.
 */
export const settleEvents = `
local FIRST_RETRY_MS, LAST_RETRY_MS = 5000, 3600000

local function retry_at(subject)
  local tries = redis.call('HINCRBY', outbox.tries, subject, 1)
  return now + math.min(FIRST_RETRY_MS * 4 ^ (tries - 1), LAST_RETRY_MS)
end

for _, result in ipairs(a.results) do
  local subject = result.subject
  for _, number in ipairs(result.delivered) do
    redis.call('HINCRBY', outbox.counts, 'delivered', redis.call('LREM', waiting_of(subject), 1, number))
  end
  if redis.call('LLEN', waiting_of(subject)) == 0 then nothing_waits(subject)
  elseif tonumber(redis.call('ZSCORE', outbox.due, subject)) == result.leaseMs then
    if not result.failed then redis.call('HDEL', outbox.tries, subject) end
    redis.call('ZADD', outbox.due, int(result.failed and retry_at(subject) or now), subject)
  end
end
return cjson.encode({ kind = 'done' })
`;

/** What is in the outbox: how many events it keeps, wait, were delivered and lost, and since when the oldest waits. */
export const outboxStatus = `
local counts = redis.call('HMGET', outbox.counts, 'delivered', 'lost')
local waiting, oldest = 0, nil
for _, subject in ipairs(redis.call('ZRANGE', outbox.due, 0, a.most - 1)) do
  waiting = waiting + redis.call('LLEN', waiting_of(subject))
  local text = redis.call('HGET', outbox.log, redis.call('LINDEX', waiting_of(subject), 0) or '')
  local at = text and cjson.decode(text).atMs
  if at and (not oldest or at < oldest) then oldest = at end
end
return cjson.encode({
  kept = redis.call('HLEN', outbox.log), waiting = waiting, subjects = redis.call('ZCARD', outbox.due),
  delivered = tonumber(counts[1] or '0'), lost = tonumber(counts[2] or '0'), oldestWaitingAtMs = oldest,
})
`;

/** Arguments: after (number), limit. A page of the log, the oldest first: each event with whether it still waits. */
export const pageEvents = `
local first = tonumber(redis.call('HGET', outbox.counts, 'first') or '1')
local last = tonumber(redis.call('HGET', outbox.counts, 'last') or '0')
local events, number = {}, math.max(first, a.after + 1)
while number <= last and #events < a.limit do
  local text = redis.call('HGET', outbox.log, number)
  local waits = text and redis.call('LPOS', waiting_of(cjson.decode(text).subject), number)
  if text then events[#events + 1] = { number = number, event = text, waits = waits and true or false } end
  number = number + 1
end
return cjson.encode({ events = events })
`;

/** Arguments: numbers. Puts events of the log back among the waiting ones of their subjects, in the order in which they happened. */
export const replayEvents = `
local function put_back(number, subject)
  local name = waiting_of(subject)
  local numbers = redis.call('LRANGE', name, 0, -1)
  for i, waiting in ipairs(numbers) do
    numbers[i] = tonumber(waiting)
    if numbers[i] == number then return 0 end
  end
  table.insert(numbers, number)
  table.sort(numbers)
  redis.call('DEL', name)
  for _, one in ipairs(numbers) do redis.call('RPUSH', name, one) end
  redis.call('ZADD', outbox.due, 'NX', int(now), subject)
  return 1
end

local replayed = 0
for _, number in ipairs(a.numbers) do
  local text = redis.call('HGET', outbox.log, number)
  if text then replayed = replayed + put_back(number, cjson.decode(text).subject) end
end
return cjson.encode({ replayed = replayed })
`;
