import { erasingEvents } from './outbox';
import { erasingReports } from './reports';
import { walk } from './walk';

/**
 * Arguments: cursor, userId, hashes (of the user's numbers), pairs, sessionIds, apply. One step of a walk over everything: counts, and
 * with `apply` erases, what names the user or the user's numbers. What belongs to a session that is still on record stays: it is
 * needed to close the session. In the call log only the user's id is erased: the rest belongs to the partner.
 */
export const eraseUser = `
${walk}
hold_shelves()
local cursor, names = step('*')
local hashes, pairs_of, own = set_of(a.hashes), set_of(a.pairs), set_of(a.sessionIds)
local half_hashes = {}
for _, hash in ipairs(a.hashes) do half_hashes[half(hash)] = true end
local erased = { calls = 0, routes = 0, pairs = 0, quotas = 0, blocks = 0, events = 0, violations = 0, reports = 0, lists = 0 }

-- Before anything is applied, the user's own sessions count as closed already.
local function is_needed(id)
  return is_on_record(id) and (a.apply or not own[id])
end

local function erase(kind, name)
  erased[kind] = erased[kind] + 1
  if a.apply then redis.call('DEL', name) end
end

local visit = {}

function visit.call(name)
  for _, field in ipairs({ 'ua', 'ub' }) do
    if redis.call('HGET', name, field) == a.userId then
      erased.calls = erased.calls + 1
      if a.apply then redis.call('HSET', name, field, '') end
    end
  end
end

function visit.full(name, rest)
  if hashes[rest] and a.apply then redis.call('DEL', name) end
end

function visit.told(name, rest)
  if hashes[string.match(rest, '^[^:]*')] and a.apply then redis.call('DEL', name) end
end

function visit.missed(name, rest)
  if not a.apply then return end
  if rest == a.userId then redis.call('DEL', name) else redis.call('ZREM', name, a.userId) end
end

-- Blocks of the user by others protect these others, and stay theirs.
function visit.blocks(name, rest)
  if rest == a.userId then erase('blocks', name) end
end

function visit.calls(name, rest)
  if pairs_of[rest] then erase('lists', name) end
end

for _, kind in ipairs({ 'violations', 'tally', 'paused' }) do
  visit[kind] = function(name, rest)
    if rest == a.userId then erase('violations', name) end
  end
end

function visit.window(name, rest)
  if own[string.match(rest, '^[^:]+')] then erase('violations', name) end
end

${erasingEvents}${erasingReports}
local shelf = {}

local function erase_shelved(kind, remove)
  erased[kind] = erased[kind] + 1
  if a.apply then remove() end
end

function shelf.r(name, value, remove)
  local hash = phone_and_number(name)
  if hashes[hash] and not is_needed(parse_route(value).id) then erase_shelved('routes', remove) end
end

function shelf.c(name, _, remove)
  if hashes[phone_and_number(name)] and a.apply then remove() end
end

function shelf.p(pair, value, remove)
  local id, hash = string.match(value, '^(%S+) (%S+)')
  if (pairs_of[pair] or own[id] or half_hashes[hash]) and not is_needed(id) then erase_shelved('pairs', remove) end
end

function shelf.m(user, _, remove)
  if user == a.userId then erase_shelved('quotas', remove) end
end

function shelf.t(pair, _, remove)
  if pairs_of[pair] then erase_shelved('quotas', remove) end
end

function shelf.u(user, _, remove)
  if user ~= a.userId then return end
  for _, member in ipairs(sessions_of(user)) do
    if is_needed(string.sub(member, 2)) then return end
  end
  if a.apply then redis.call('DEL', key('user', user)) end
  erase_shelved('lists', remove)
end

function visit.shelf(name) visit_shelf(name, shelf) end

for _, name in ipairs(names) do
  local kind, rest = string.match(string.sub(name, #a.prefix + 1), '^(%a+):(.*)$')
  if kind and visit[kind] then visit[kind](name, rest) end
end
return cjson.encode({ cursor = cursor, erased = erased })
`;
