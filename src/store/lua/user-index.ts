/**
 * The sessions of a user: "o{session id}" for one that the user opened, "i{session id}" for others.
 *
 * On a shelf, under u{user}: a few of them, or "*" where there are more. Then they are in
 * user:{id}       zset  the same; score = until when the record is kept
 */
export const userIndex = `
-- As many as one short value holds.
local MOST_SHELVED = 3

local function split(list)
  local members = {}
  for member in string.gmatch(list, '%S+') do members[#members + 1] = member end
  return members
end

local function sessions_of(user)
  local list = shelved('u', user) or ''
  if list == '*' then return redis.call('ZRANGE', key('user', user), 0, -1) end
  return split(list)
end

local function without(list, left_out)
  local members = {}
  for _, member in ipairs(split(list)) do
    if member ~= left_out then members[#members + 1] = member end
  end
  return members
end

local function add_to_set(user, member, stop)
  local name = key('user', user)
  redis.call('ZREMRANGEBYSCORE', name, '-inf', int(now))
  redis.call('ZADD', name, int(stop), member)
  keep_until(name, stop)
end

-- Those whose sessions are no longer on record make place.
local function index_session(user, member, stop)
  local list, shelved_until = shelved('u', user)
  local last = math.max(stop, shelved_until or 0)
  if list == '*' then
    add_to_set(user, member, stop)
    return shelve(last, '*', 'u', user)
  end
  local members = { member }
  for _, other in ipairs(without(list or '', member)) do
    if is_on_record(string.sub(other, 2)) then members[#members + 1] = other end
  end
  if #members <= MOST_SHELVED then return shelve(last, table.concat(members, ' '), 'u', user) end
  for _, one in ipairs(members) do add_to_set(user, one, last) end
  shelve(last, '*', 'u', user)
end

local function unindex_session(user, member)
  local list, stop = shelved('u', user)
  if not list then return end
  if list == '*' then return redis.call('ZREM', key('user', user), member) end
  local members = without(list, member)
  if #members == 0 then return unshelve('u', user) end
  shelve(stop, table.concat(members, ' '), 'u', user)
end
`;
