/**
 * blocks:{user}   zset  the users whom this one has blocked; score = since when. Kept until taken back or the user is forgotten.
 */
export const blocking = `
local function has_blocked(user, peer) return redis.call('ZSCORE', key('blocks', user), peer) ~= false end

local function is_blocked_between(one, other) return has_blocked(one, other) or has_blocked(other, one) end
`;

/** Arguments: userId, peerId, pair. From this step on nothing passes between the two, in either direction. */
export const blockingPeer = `
local function block_peer(found)
  redis.call('ZADD', key('blocks', a.userId), 'NX', int(now), a.peerId)
  local id = recall_pair(a.pair)
  local s = id and load_session(id)
  if s then begin_closing(s, found, 'blocked') end
end
`;

/** Arguments: those of `blockingPeer`. */
export const block = `
${blockingPeer}
local found = { sessions = {}, pending = 0, ended = 0 }
block_peer(found)
return cjson.encode(found)
`;

/** Arguments: userId, peerId. Takes back the user's own block only. */
export const unblock = `
redis.call('ZREM', key('blocks', a.userId), a.peerId)
return cjson.encode({ kind = 'done' })
`;

/** Arguments: userId, peerId (of the only one asked for, may be absent), cursor, limit. Whom the user has blocked, the latest first. */
export const blocksOf = `
local name = key('blocks', a.userId)
if a.peerId then
  local since = redis.call('ZSCORE', name, a.peerId)
  return cjson.encode({ blocks = { since and { peerId = a.peerId, sinceMs = tonumber(since) } or nil } })
end
local flat = redis.call('ZREVRANGE', name, a.cursor, a.cursor + a.limit - 1, 'WITHSCORES')
local blocks = {}
for i = 1, #flat, 2 do blocks[#blocks + 1] = { peerId = flat[i], sinceMs = tonumber(flat[i + 1]) } end
local rest = redis.call('ZCARD', name) > a.cursor + a.limit
return cjson.encode({ blocks = blocks, cursor = rest and a.cursor + a.limit or nil })
`;
