import { emitting } from './events';
import { announcing } from './live-sessions';
import { sessionRecord } from './session-record';
import { shelves } from './shelves';
import { userIndex } from './user-index';

/**
 * What all scripts share. Every script gets one JSON text as ARGV[1] and answers one JSON text; all keys start with its `prefix`.
 * Instants are milliseconds since the epoch, taken from the caller's clock. What is live is decided by the instants that
 * are stored; the keys' own TTLs only clear away what has become meaningless, and what has ended on a shelf is swept by those
 * who put something there.
 *
 * full:{hash}     "{end} {pool}": this phone has every number of the pool until then; a route that ends before takes it away
 * pool:{switchboard}:{country}  zset  proxy numbers; score = when last given out, so that the first is the one that rested longest
 * turn            how often a number has been given out
 *
 * On shelves (see shelves.ts), each gone some time after its session:
 * route   "{session id} {a|b} {end}": the session in which this phone dials this number; after the end the number cools off for it
 * pair    "{session id} {first half of ha} {na} {nb}", both without +: the pair's session, and afterwards its favourite numbers
 * PIN     session id; kept through the cool-off, so that no other session gets the PIN before
 * sid     session id
 */
export const library = `
local a = cjson.decode(ARGV[1])
local now = a.nowMs

local function key(kind, name) return a.prefix .. kind .. ':' .. name end
local function int(n) return string.format('%.0f', n) end

local function expire_at(name, ms) redis.call('PEXPIRE', name, int(math.max(ms - now, 1))) end

-- A key that holds several things lives as long as the last of them; a new one has an end also where that has passed.
local function keep_until(name, ms)
  if redis.call('PTTL', name) < math.max(ms - now, 1) then expire_at(name, ms) end
end

${shelves}${sessionRecord}
-- Twilio keeps whole seconds: a session must not live longer here than there.
local function whole_second(ms) return math.floor(ms / 1000) * 1000 end

local function is_live(s) return s.st ~= 'c' and now < s.x end
-- A session of the voice switchboard lives here alone: nothing elsewhere has to agree to its life or its end.
local function is_ours(s) return s.st == 'o' and not s.k end
local function is_in_flight(s) return not s.k and now < s.d end

local function sides(s)
  return { { 'a', s.na, s.ha, 'o', s.ua, s.pa }, { 'b', s.nb, s.hb, 'i', s.ub, s.pb } }
end

local function parse_route(value)
  local id, side, stop = string.match(value, '^(%S+) (%S) (%d+)$')
  return { id = id, side = side, stop = tonumber(stop) }
end

local function read_route(number, hash)
  local value = shelved('r', hash, number)
  return value and parse_route(value)
end

-- In the order of the numbers; false where the phone has no route to one.
local function read_routes(numbers, hash)
  local fields, routes = {}, {}
  for i, number in ipairs(numbers) do fields[i] = 'r' .. hash .. number end
  for i, text in ipairs(redis.call('HMGET', shelf_of(hash), unpack(fields))) do
    local value = taken_from(text)
    routes[i] = value and parse_route(value) or false
  end
  return routes
end

-- Kept through the cool-off, and at least as long as the switchboard may hold the binding.
local function write_route(number, hash, id, side, stop, held_until)
  local kept_until = math.max(stop + a.coolOffMs, (held_until or now) + RECORD_GRACE_MS)
  shelve(kept_until, id .. ' ' .. side .. ' ' .. int(stop), 'r', hash, number)
  if stop <= now then redis.call('DEL', key('full', hash)) end
end

-- What stands in the way of a number that is taken all the same, until it is certain that it was.
local function note_former_routes(s, kept_until)
  for _, side in ipairs(sides(s)) do
    local former = shelved('r', side[3], side[2])
    if former then shelve(kept_until, former, 'c', side[3], side[2]) else unshelve('c', side[3], side[2]) end
  end
end

local function restore_route(number, hash, former)
  local route = parse_route(former)
  write_route(number, hash, route.id, route.side, math.min(route.stop, now))
end

-- A number may have been given to a newer session since: only a session's own routes are touched.
local function stop_routes(s, stop)
  for _, side in ipairs(sides(s)) do
    local route = read_route(side[2], side[3])
    if route and route.id == s.id and route.stop > stop then
      write_route(side[2], side[3], s.id, side[1], stop, s.n)
    end
  end
end

${userIndex}${emitting}${announcing}
-- "reason" is for those who hear of events.
local function mark_closing(s, reason)
  stop_routes(s, now)
  announce_closed(s, reason)
  s.st = 'c'
  save_session(s)
end

local function forget(s, reason)
  stop_routes(s, now)
  announce_closed(s, reason)
  for _, side in ipairs(sides(s)) do unindex_session(side[5], side[4] .. s.id) end
  if s.k then unshelve('k', s.k) end
  redis.call('DEL', session_key(s.id))
end

local function forget_all(ids)
  for _, id in ipairs(ids) do
    local s = load_session(id)
    if s then forget(s, 'gone') end
  end
end

local function closing(s)
  return { sessionId = s.id, sid = s.k }
end

-- Ends what lives here alone; adds the rest to what must be closed at the switchboard, or to what another request is opening and will close.
local function begin_closing(s, found, reason)
  if is_ours(s) and is_live(s) then found.ended = found.ended + 1 end
  if is_ours(s) or (s.st ~= 'c' and now >= s.n) then return forget(s, reason) end
  if s.st ~= 'c' then mark_closing(s, reason) end
  if is_in_flight(s) then found.pending = found.pending + 1
  else found.sessions[#found.sessions + 1] = closing(s) end
end

-- Half a hash tells the two phones of a pair apart.
local function half(hash) return string.sub(hash, 1, 8) end

local function write_pair(s)
  local memory = table.concat({ s.id, half(s.ha), string.sub(s.na, 2), string.sub(s.nb, 2) }, ' ')
  shelve(s.n + a.coolOffMs, memory, 'p', s.pr)
end

-- The id of the pair's session, half the hash of one phone, and the numbers of that phone and of the other; nil when none is remembered.
local function recall_pair(pair)
  local id, hash, first, second = string.match(shelved('p', pair) or '', '^(%S+) (%S+) (%S+) (%S+)$')
  if id then return id, hash, '+' .. first, '+' .. second end
end

local function holds_pin(s, number, pin)
  return pin and shelved('n', number .. pin) == s.id
end

local function hold_pin(s, number, pin) shelve(s.n + a.coolOffMs, s.id, 'n', number .. pin) end

-- The session itself too.
local function write_bindings(s)
  save_session(s)
  for _, side in ipairs(sides(s)) do
    write_route(side[2], side[3], s.id, side[1], s.x, s.n)
    if holds_pin(s, side[2], side[6]) then hold_pin(s, side[2], side[6]) end
    index_session(side[5], side[4] .. s.id, s.n + RECORD_GRACE_MS)
  end
  write_pair(s)
  announce_longer(s)
end
`;
