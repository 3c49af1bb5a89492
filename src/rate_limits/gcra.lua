-- The generic cell rate algorithm, as in governor: one number per key, the time at which its debt is paid.
-- KEYS: the day's key, the count. ARGV: the day's id, microseconds of refill and tolerance, 1 to count, the time or ''.
-- Returns -1 if the day is another one, 0 within the limit, else the microseconds until the next is allowed.
if redis.call('GETRANGE', KEYS[1], 0, 7) ~= ARGV[1] then
  return -1
end
local refill, tolerance = tonumber(ARGV[2]), tonumber(ARGV[3])
local now = tonumber(ARGV[5])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local paid_at = math.max(tonumber(redis.call('GET', KEYS[2]) or now), now)
-- Limits the debt to the whole allowance, even after the clock was set back.
paid_at = math.min(paid_at, now + tolerance + refill)
if now < paid_at - tolerance then
  return paid_at - tolerance - now
end
if ARGV[4] == '1' then
  paid_at = paid_at + refill
  -- Expires when the debt is paid, and with the day at the latest.
  local lives_for = math.ceil((paid_at - now) / 1000)
  local day_lives_for = redis.call('PTTL', KEYS[1])
  if day_lives_for > 0 then
    lives_for = math.min(lives_for, day_lives_for)
  end
  redis.call('SET', KEYS[2], string.format('%.0f', paid_at), 'PX', lives_for)
end
return 0
