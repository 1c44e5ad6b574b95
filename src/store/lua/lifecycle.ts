/** Arguments: sessionId. Binds a reserved session to other numbers; the refused ones cool off for both phones. */
export const renumber = `
local s = load_session(a.sessionId)
if not s or s.st ~= 'r' then return cjson.encode({ kind = 'exhausted' }) end
local refused_a, refused_b = s.na, s.nb
write_route(refused_a, s.ha, '-', '-', now)
write_route(refused_b, s.hb, '-', '-', now)
local pool_a, pool_b = pool_of('proxy', s.ca), pool_of('proxy', s.cb)
local na, found_a = pick(pool_a, s.ha, nil, refused_a)
local nb, found_b = pick(pool_b, s.hb, nil, refused_b)
local usable = { free = true, cooling = true }
if not na or not nb or not usable[found_a.kind] or not usable[found_b.kind] or (na == refused_a and nb == refused_b) then
  write_bindings(s)
  return cjson.encode({ kind = 'exhausted' })
end
take(pool_a, na)
take(pool_b, nb)
s.na, s.nb = na, nb
note_former_routes(s, s.d)
write_bindings(s)
return cjson.encode({ kind = 'renumbered', numbers = { caller = na, callee = nb } })
`;

/**
 * Arguments: sessionId, sid, numbers {caller, callee}, closed [ids], pins. Writes down that the switchboard opened the session, and
 * gives the caller a PIN.
 */
export const confirm = `
forget_all(a.closed)
local s = load_session(a.sessionId)
if not s then return cjson.encode({ kind = 'superseded' }) end
s.k = a.sid
if s.st == 'c' then
  save_session(s)
  return cjson.encode({ kind = 'superseded' })
end
s.st, s.d, s.ca, s.cb = 'o', 0, nil, nil
announce_opened(s)
if s.na ~= a.numbers.caller or s.nb ~= a.numbers.callee then
  stop_routes(s, now)
  s.na, s.nb = a.numbers.caller, a.numbers.callee
  write_bindings(s)
else save_session(s) end
shelve(s.n + RECORD_GRACE_MS, s.id, 'k', s.k)
return cjson.encode({ kind = 'live', pin = issue_pin(s, sides(s)[1]) })
`;

/**
 * Arguments: sessionId, closed [ids]. Undoes a reservation that the switchboard never opened: its numbers need no rest, but for what they
 * still owed when they were taken.
 */
export const release = `
forget_all(a.closed)
local s = load_session(a.sessionId)
if s then
  forget(s, 'gone')
  for _, side in ipairs(sides(s)) do
    local route = read_route(side[2], side[3])
    local former = shelved('c', side[3], side[2])
    if route and route.id == s.id then
      unshelve('r', side[3], side[2])
      if former then restore_route(side[2], side[3], former) end
    end
  end
end
return cjson.encode({ kind = 'done' })
`;

/** Arguments: sessionId, closed [ids]. The opening request gives up without knowing whether the session exists. */
export const abandon = `
forget_all(a.closed)
local s = load_session(a.sessionId)
if s then
  s.d = now
  save_session(s)
end
return cjson.encode({ kind = 'done' })
`;

/** Arguments: sessionId, expiresAtMs. The switchboard agreed to a longer life. */
export const confirmExtension = `
local s = load_session(a.sessionId)
if s and s.st == 'o' and s.x < a.expiresAtMs then
  s.x, s.n = a.expiresAtMs, math.max(s.n, a.expiresAtMs)
  write_bindings(s)
  shelve(s.n + RECORD_GRACE_MS, s.id, 'k', s.k)
end
return cjson.encode({ kind = 'done' })
`;

/**
 * Arguments: userId. Ends every route of the user's sessions and lists what must be closed at Twilio Proxy; sessions of the voice switchboard
 * are over at once, and counted.
 */
export const beginClosingAll = `
local found = { sessions = {}, pending = 0, ended = 0 }
for _, member in ipairs(sessions_of(a.userId)) do
  local s = load_session(string.sub(member, 2))
  if s then begin_closing(s, found, 'cleanup') else unindex_session(a.userId, member) end
end
return cjson.encode(found)
`;

/** Arguments: sessionIds. Forgets sessions that are gone at the switchboard. */
export const finishClosing = `
forget_all(a.sessionIds)
return cjson.encode({ kind = 'done' })
`;

/** Arguments: userId. The user's live sessions, from the user's own side, the first to end first. */
export const liveSessions = `
local found = {}
for _, member in ipairs(sessions_of(a.userId)) do
  local s = load_session(string.sub(member, 2))
  if s and s.st == 'o' and is_live(s) then
    local own, peer = s.na, s.ub
    if string.sub(member, 1, 1) == 'i' then own, peer = s.nb, s.ua end
    found[#found + 1] = { tel = own, peerId = peer, expiresAtMs = s.x }
  end
end
table.sort(found, function(one, other) return one.expiresAtMs < other.expiresAtMs end)
return cjson.encode({ sessions = found })
`;
