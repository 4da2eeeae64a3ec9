-- What wrk counted, for a program to read. With an argument: how long each client waits between look-ups, in ms.
local pause = nil

function init(args)
  if args[1] then
    pause = tonumber(args[1])
    math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16) % 2147483647)
    -- Spread out: clients are people, who do not look up in step.
    function delay()
      return math.random(0, 2 * pause)
    end
  end
end

function done(summary, latency)
  local errors = summary.errors
  local text = '{"requests":%d,"seconds":%.6f,"p50":%.3f,"p99":%.3f,"refused":%d,"broken":%d}\n'
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format(text, summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors.status, broken))
end
