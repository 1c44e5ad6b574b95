/**
 * Arguments: countries {country: [numbers]}, dryRun. Makes the pools hold exactly these numbers; one that is taken out gets no
 * new session while its old ones live out.
 */
export const savePool = `
local added, removed = 0, 0
for country, numbers in pairs(a.countries) do
  local pool, wanted = key('pool', country), {}
  for _, number in ipairs(numbers) do
    wanted[number] = true
    if not redis.call('ZSCORE', pool, number) then
      added = added + 1
      if not a.dryRun then redis.call('ZADD', pool, 0, number) end
    end
  end
  for _, number in ipairs(redis.call('ZRANGE', pool, 0, -1)) do
    if not wanted[number] then
      removed = removed + 1
      if not a.dryRun then redis.call('ZREM', pool, number) end
    end
  end
end
return cjson.encode({ added = added, removed = removed })
`;

/** Arguments: country. How many numbers the pool holds. */
export const poolSize = `
return cjson.encode({ size = redis.call('ZCARD', key('pool', a.country)) })
`;
