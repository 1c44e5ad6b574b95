import { endingCalls } from './call-ends';

/**
 * Arguments: leaseMs, subjects (how many at most), each (events of one subject at most). Takes a lease on what is due: until it ends no
 * other drain gets these subjects, so that the events of each stay in order.
 */
export const claimEvents = `
${endingCalls}
announce_expired(50)
end_overdue(50)
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
    if not result.failed or #result.delivered > 0 then redis.call('HDEL', outbox.tries, subject) end
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

/** The part of erasing a user that is about events; for `eraseUser`. */
export const erasingEvents = `
-- An event that still waits is on its way to the marketplace, which knows the user; it goes within a week.
function visit.events(name, rest)
  if rest ~= 'log' then return end
  local flat = redis.call('HGETALL', name)
  for i = 1, #flat, 2 do
    local event = cjson.decode(flat[i + 1])
    local names_user = event.data.userId == a.userId or event.data.peerId == a.userId
    if names_user and not redis.call('LPOS', waiting_of(event.subject), flat[i]) then
      erased.events = erased.events + 1
      if a.apply then redis.call('HDEL', name, flat[i]) end
    end
  end
end
`;
