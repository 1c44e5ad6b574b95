/**
 * s:{id}   a session as words, in this order: st (r reserved, o open, c closing), ua ub (user ids), ha hb (lookup hashes),
 *          na nb (proxy numbers), e (the phones' numbers, sealed), pr (pair), c (created), x (expires); then "{name}:{value}" of what not every session has:
 *          n (latest end that the switchboard may have been told, where it is not x), d (end of the reservation), k (sid at Twilio Proxy, its digits as base64url),
 *          ca cb (countries, while it is reserved), pa pb (PINs, once given out), qa qb (see safety.ts), q ("{hour}:{calls and texts in it}"),
 *          l (see live-sessions.ts)
 *
 * One text takes less than a hash of the same, and user ids have no spaces.
 */
export const sessionRecord = `
local RECORD_GRACE_MS = 600000
local ALWAYS = { 'st', 'ua', 'ub', 'ha', 'hb', 'na', 'nb', 'e', 'pr', 'c', 'x' }
local SOMETIMES = { 'n', 'd', 'k', 'ca', 'cb', 'pa', 'pb', 'qa', 'qb', 'q', 'l' }

local function session_key(id) return key('s', id) end
local function is_on_record(id) return redis.call('EXISTS', session_key(id)) == 1 end

-- A sid at Twilio Proxy is KC and 32 hexadecimal digits, which are kept as base64url: three digits become two characters.
local SID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
local SID_DIGITS, SHORT_SID = 32, 22

local function character_of(n) return string.sub(SID_CHARACTERS, n + 1, n + 1) end

local function shorten_sid(sid)
  local digits = string.match(sid, '^KC([0-9a-f]+)$')
  if not digits or #digits ~= SID_DIGITS then return sid end
  return (string.gsub(digits .. '0', '...', function(three)
    local n = tonumber(three, 16)
    return character_of(math.floor(n / 64)) .. character_of(n % 64)
  end))
end

local function lengthen_sid(text)
  if #text ~= SHORT_SID then return text end
  local digits = string.gsub(text, '..', function(two)
    local high = string.find(SID_CHARACTERS, string.sub(two, 1, 1), 1, true) - 1
    local low = string.find(SID_CHARACTERS, string.sub(two, 2, 2), 1, true) - 1
    return string.format('%03x', high * 64 + low)
  end)
  return 'KC' .. string.sub(digits, 1, SID_DIGITS)
end

local function load_session(id)
  local text = redis.call('GET', session_key(id))
  if not text then return nil end
  local s, next_word = { id = id }, string.gmatch(text, '[^ ]+')
  for _, field in ipairs(ALWAYS) do s[field] = next_word() end
  for word in next_word do
    local field, value = string.match(word, '^(%a+):(.*)$')
    s[field] = value
  end
  s.c, s.x, s.d = tonumber(s.c), tonumber(s.x), tonumber(s.d or '0')
  s.n = tonumber(s.n) or s.x
  s.k = s.k and lengthen_sid(s.k)
  return s
end

-- What opens to both numbers, and which of them, counted from 0, is the partner's of side "a" or "b".
local function sealed_partner(s, side)
  return { text = s.e, hashes = { s.ha, s.hb }, index = side == 'a' and 1 or 0 }
end

local function has_its_own(s, field)
  if field == 'n' then return s.n ~= s.x end
  if field == 'd' then return (s.d or 0) > 0 end
  return s[field]
end

local function save_session(s)
  local words = {}
  local function add(value, before)
    if type(value) == 'number' then value = int(value) end
    if before == 'k:' then value = shorten_sid(value) end
    words[#words + 1] = before .. value
  end
  for _, field in ipairs(ALWAYS) do add(s[field], '') end
  for _, field in ipairs(SOMETIMES) do
    if has_its_own(s, field) then add(s[field], field .. ':') end
  end
  redis.call('SET', session_key(s.id), table.concat(words, ' '), 'PX', int(math.max(s.n + RECORD_GRACE_MS - now, 1)))
end
`;
