/**
 * The sessions that were announced as open. Nobody acts when a session expires by itself: its end is announced by the next session that
 * opens, or by a drain.
 *
 * live:{group}   zset  open sessions; score = expires. A hundred that open one after the other are a group: Redis keeps a sorted set of up
 *                      to 128 members as one compact text, a quarter of the size
 * live:groups    zset  groups that are not empty; score = when their first session expires, or before
 * live:opened    how many sessions were ever announced
 *
 * In s:{id}: l (the group).
 */
export const announcing = `
local GROUP_SIZE = 100
local groups = key('live', 'groups')
local function group_key(group) return key('live', group) end

local function announce_longer(s)
  if s.l then redis.call('ZADD', group_key(s.l), 'XX', int(s.x), s.id) end
end

local function announce_closed(s, reason)
  if not s.l or redis.call('ZREM', group_key(s.l), s.id) == 0 then return end
  if now >= s.x then reason = 'expired' end
  emit(s.id, 'session.closed', { sessionId = s.id, userId = s.ua, peerId = s.ub, endedAtMs = math.min(now, s.x), reason = reason })
end

-- What a group has told of its first end may have been an early one that was put off.
local function note_first_end(group)
  local first = redis.call('ZRANGE', group_key(group), 0, 0, 'WITHSCORES')
  if first[2] then redis.call('ZADD', groups, first[2], group) else redis.call('ZREM', groups, group) end
end

local function announce_expired(most)
  for _, group in ipairs(redis.call('ZRANGEBYSCORE', groups, '-inf', int(now), 'LIMIT', 0, most)) do
    local ended = redis.call('ZRANGEBYSCORE', group_key(group), '-inf', int(now), 'WITHSCORES', 'LIMIT', 0, most)
    for i = 1, #ended, 2 do
      local s = load_session(ended[i]) or { id = ended[i], x = tonumber(ended[i + 1]) }
      s.l = group
      announce_closed(s, 'expired')
    end
    note_first_end(group)
    most = most - #ended / 2
    if most <= 0 then return end
  end
end

-- The caller saves the session.
local function announce_opened(s)
  if s.l then return end
  s.l = int(math.floor(redis.call('INCR', key('live', 'opened')) / GROUP_SIZE))
  redis.call('ZADD', group_key(s.l), int(s.x), s.id)
  redis.call('ZADD', groups, 'LT', int(s.x), s.l)
  emit(s.id, 'session.opened', { sessionId = s.id, userId = s.ua, peerId = s.ub, expiresAtMs = s.x })
  announce_expired(2)
end
`;

/** For operators. Its time grows with the number of groups. */
export const livePages = `
-- How many sessions live, and the ids of one page of them: about the first to end first, and exactly so within a group.
local function live_page(cursor, limit)
  local live, ids, after = 0, {}, '(' .. int(now)
  for _, group in ipairs(redis.call('ZRANGE', groups, 0, -1)) do
    local count = redis.call('ZCOUNT', group_key(group), after, '+inf')
    local skipped = math.max(cursor - live, 0)
    if #ids < limit and skipped < count then
      for _, id in ipairs(redis.call('ZRANGEBYSCORE', group_key(group), after, '+inf', 'LIMIT', skipped, limit - #ids)) do
        ids[#ids + 1] = id
      end
    end
    live = live + count
  end
  return live, ids
end
`;
