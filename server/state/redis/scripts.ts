/*
 * What runs inside the store, each as one step that nothing else comes between. The prefix of all keys is KEYS[1]: its
 * braces keep every key in one slot of a cluster.
 */

/** Reads several things at one instant. ARGV: for each command the count of its parts, and the parts. */
const read = `
local out, i = {}, 1
while i <= #ARGV do
  local n = tonumber(ARGV[i])
  out[#out + 1] = redis.call(unpack(ARGV, i + 1, i + n))
  i = i + n + 1
end
return out`

/**
 * Writes everything, or nothing when something is not as it was read. ARGV: how many checks; for each a command, whether
 * it finds something ('1' or '0') and what; then the commands. A command is the count of its parts, and the parts.
 */
const apply = `
local p, i = KEYS[1], 2
local function take()
  local n = tonumber(ARGV[i])
  local from = i + 1
  i = i + n + 1
  return unpack(ARGV, from, from + n - 1)
end
for _ = 1, tonumber(ARGV[1]) do
  local got = redis.call(take())
  local isThere, expected = ARGV[i] == '1', ARGV[i + 1]
  i = i + 2
  if isThere then
    if not got or tostring(got) ~= expected then return 0 end
  elseif got then return 0 end
end
local special = {}
-- A number that is higher than all before: the place of a member in its order.
special.ORDER = function(key, member)
  redis.call('ZADD', key, 'NX', redis.call('INCR', p .. 'order'), member)
end
-- Removes the oldest sessions above a number.
special.EVICT = function(most)
  while redis.call('ZCARD', p .. 'sessions') > tonumber(most) do
    local id = redis.call('ZPOPMIN', p .. 'sessions')[1]
    local owner = redis.call('HGET', p .. 'session:' .. id, 'o') or ''
    redis.call('UNLINK', p .. 'session:' .. id, p .. 'plan:' .. id)
    redis.call('ZREM', p .. 'sessions-of:' .. owner, id)
    redis.call('ZREM', p .. 'due:' .. owner, id)
  end
end
-- Removes the oldest deliveries above a number, but those that still wait.
special.KEEP = function(most)
  while redis.call('ZCARD', p .. 'deliveries') > tonumber(most) do
    local id = redis.call('ZPOPMIN', p .. 'deliveries')[1]
    if not redis.call('ZSCORE', p .. 'waiting', id) then redis.call('UNLINK', p .. 'delivery:' .. id) end
  end
end
-- Removes a delivery that waits no longer, when it had to make room before.
special.FORGET = function(id)
  if not redis.call('ZSCORE', p .. 'deliveries', id) then redis.call('UNLINK', p .. 'delivery:' .. id) end
end
local function run(name, ...)
  if special[name] then special[name](...) else redis.call(name, ...) end
end
while i <= #ARGV do run(take()) end
return 1`

/**
 * Everything that each of some requests may read. ARGV, for each: sdkId, bearer, session id, nonce, the end of the name of
 * its group of counts, the versions that the caller knows of the rules, of their counts and of the session. '' where there
 * is none.
 */
const load = `
local p = KEYS[1]
local function get(...) return redis.call(...) end
local world = get('HMGET', p .. 'world', 'c', 'd', 'fv', 'cv')
local next = get('LINDEX', p .. 'next:', 0)

local function candidate(id, nonce, group)
  local app, own = false, false
  if id ~= '' then
    app = get('HMGET', p .. 'app:' .. id, 'a', 'c', 'r')
    own = get('LINDEX', p .. 'next:' .. id, 0)
  end
  local isSeen = nonce ~= '' and get('EXISTS', p .. 'nonce:' .. id .. ' ' .. nonce) or 0
  return { id, app, own, isSeen, get('HGETALL', p .. 'counts:' .. id .. group) }
end

local function find(sid, known)
  local session = get('HMGET', p .. 'session:' .. sid, 'v', 'o')
  if not session[1] then return false end
  session[3] = session[1] ~= known and get('HGET', p .. 'session:' .. sid, 's') or false
  session[4] = session[2] and session[2] ~= '' and get('HMGET', p .. 'app:' .. session[2], 'a', 'c') or false
  return session
end

local function answer(sdkId, bearer, sid, nonce, group, rules, counts, known)
  local token = bearer ~= '' and get('GET', p .. 'token:' .. bearer) or false
  local candidates, seen = {}, {}
  local function add(id)
    if seen[id] then return end
    seen[id] = true
    candidates[#candidates + 1] = candidate(id, nonce, group)
  end
  add(sdkId)
  add('')
  if token then add(string.match(token, '^%S+ (.*)$')) end
  return {
    token, world,
    (world[3] or '0') ~= rules and get('HGETALL', p .. 'faults') or false,
    (world[4] or '0') ~= counts and get('HGETALL', p .. 'fault-counts') or false,
    sid ~= '' and find(sid, known), candidates, next
  }
end

local answers = {}
for from = 1, #ARGV, 8 do answers[#answers + 1] = answer(unpack(ARGV, from, from + 7)) end
return answers`

/** The delivery of a session whose turn it is, for this replica alone. ARGV: session id, replica. */
const claim = `
local p, sid, me = KEYS[1], ARGV[1], ARGV[2]
local owner = redis.call('HGET', p .. 'owner', sid)
if owner and owner ~= me then return false end
for _, id in ipairs(redis.call('LRANGE', p .. 'queue:' .. sid, 0, -1)) do
  local delivery = redis.call('GET', p .. 'delivery:' .. id)
  if not delivery then
    redis.call('LREM', p .. 'queue:' .. sid, 0, id)
    redis.call('ZREM', p .. 'waiting', id)
  elseif redis.call('SISMEMBER', p .. 'held', id) == 0 then
    redis.call('HSET', p .. 'owner', sid, me)
    redis.call('SADD', p .. 'claims:' .. me, sid)
    redis.call('SREM', p .. 'unclaimed', sid)
    return delivery
  end
end
redis.call('HDEL', p .. 'owner', sid)
redis.call('SREM', p .. 'claims:' .. me, sid)
redis.call('SREM', p .. 'unclaimed', sid)
return false`

/**
 * Keeps entries of the journal; the oldest make room. ARGV: the replica, most entries, most bytes; how many entries were
 * lost, of how many applications, and these; then of each entry its text, its application and its weight. Those that were
 * lost take numbers too. Answers the number of the first.
 */
const record = `
local p, replica, most, mostBytes = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local key, bytes, forgotten = p .. 'journal', p .. 'journal-bytes', p .. 'journal-forgotten'
local lost, owners = tonumber(ARGV[4]), tonumber(ARGV[5])
if lost > 0 then
  local at = redis.call('INCRBY', p .. 'journal-id', lost)
  redis.call('HSET', forgotten, 'all', at)
  for n = 6, 5 + owners do redis.call('HSET', forgotten, 'of:' .. ARGV[n], at) end
end
local count = (#ARGV - 5 - owners) / 3
local last = redis.call('INCRBY', p .. 'journal-id', count)
local first, added = last - count + 1, 0
for n = 0, count - 1 do
  local at = 6 + owners + n * 3
  redis.call('XADD', key, (first + n) .. '-0', 'e', ARGV[at], 'k', ARGV[at + 1], 'w', ARGV[at + 2])
  added = added + tonumber(ARGV[at + 2])
end
local total = redis.call('INCRBY', bytes, added)
while true do
  local length = redis.call('XLEN', key)
  local over = math.min(length - most, 100)
  if over <= 0 and total > mostBytes and length > 1 then over = 1 end
  if over <= 0 then break end
  local ids, fields, freed = {}, {}, 0
  for _, oldest in ipairs(redis.call('XRANGE', key, '-', '+', 'COUNT', over)) do
    ids[#ids + 1] = oldest[1]
    freed = freed + tonumber(oldest[2][6])
    fields['of:' .. oldest[2][4]] = string.match(oldest[1], '^%d+')
  end
  redis.call('XDEL', key, unpack(ids))
  total = redis.call('DECRBY', bytes, freed)
  fields.all = string.match(ids[#ids], '^%d+')
  for field, number in pairs(fields) do redis.call('HSET', forgotten, field, number) end
end
if redis.call('HLEN', forgotten) > 10000 then redis.call('DEL', forgotten) end
if count > 0 then redis.call('PUBLISH', p .. 'events', cjson.encode({ type = 'request', id = first, last = last, from = replica })) end
return first`

/**
 * Says that this replica is alive, and what nobody seems to work on. ARGV: replica, how long that holds in milliseconds,
 * the time by the clock that nothing moves.
 */
const sweep = `
local p, me, unmoved = KEYS[1], ARGV[1], tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', p .. 'replicas', now + tonumber(ARGV[2]), me)
local shared = redis.call('HGET', p .. 'world', 'c')
local due = {}
for _, id in ipairs(redis.call('SMEMBERS', p .. 'due-apps')) do
  local own = id ~= '' and redis.call('HGET', p .. 'app:' .. id, 'c') or shared
  local setting = own and cjson.decode(own) or { aheadMs = 0 }
  local at = setting.heldAt or unmoved + setting.aheadMs
  for _, sid in ipairs(redis.call('ZRANGEBYSCORE', p .. 'due:' .. id, '-inf', at, 'LIMIT', 0, 50)) do due[#due + 1] = sid end
  if redis.call('EXISTS', p .. 'due:' .. id) == 0 then redis.call('SREM', p .. 'due-apps', id) end
end
local unclaimed = redis.call('SRANDMEMBER', p .. 'unclaimed', 100)
for _, id in ipairs(redis.call('ZRANGE', p .. 'sessions', 0, 9)) do
  if redis.call('EXISTS', p .. 'session:' .. id) == 0 then redis.call('ZREM', p .. 'sessions', id) end
end
for _, key in ipairs({ 'counts', 'tokens', 'apps-used' }) do
  local old = redis.call('ZRANGEBYSCORE', p .. key, '-inf', now, 'LIMIT', 0, 100)
  for _, id in ipairs(old) do
    redis.call('ZREM', p .. key, id)
    if key == 'apps-used' then
      redis.call('UNLINK', p .. 'app:' .. id, p .. 'next:' .. id, p .. 'sessions-of:' .. id)
      redis.call('ZREM', p .. 'apps', id)
    end
  end
end
return { redis.call('ZRANGEBYSCORE', p .. 'replicas', '-inf', now), unclaimed, due }`

/** Has others take over what a replica that is gone had claimed. ARGV: the replica, the time by its heartbeat that is over. */
const bury = `
local p, dead = KEYS[1], ARGV[1]
local time = redis.call('TIME')
local till = redis.call('ZSCORE', p .. 'replicas', dead)
if not till or tonumber(till) > time[1] * 1000 + math.floor(time[2] / 1000) then return 0 end
for _, sid in ipairs(redis.call('SMEMBERS', p .. 'claims:' .. dead)) do
  if redis.call('HGET', p .. 'owner', sid) == dead then
    redis.call('HDEL', p .. 'owner', sid)
    redis.call('SADD', p .. 'unclaimed', sid)
  end
end
redis.call('DEL', p .. 'claims:' .. dead)
redis.call('ZREM', p .. 'replicas', dead)
redis.call('HDEL', p .. 'scenarios', dead)
return 1`

export type ScriptName = 'read' | 'apply' | 'load' | 'claim' | 'record' | 'sweep' | 'bury'

export const scripts: Readonly<Record<ScriptName, string>> = { read, apply, load, claim, record, sweep, bury }
