import { interactionOf } from "../tests/bot/fronts/loopback.js";
import { inFolder, openDiscord, startBot } from "./discord.js";
import { median, report } from "./report.js";

// The bot, from nothing to ready in a server of some size. The first start, which may have to build, is not counted.
const runs = 7;
const discord = await openDiscord();
try {
  await inFolder(async (data) => {
    const starts: number[] = [];
    const fresh: number[] = [];
    const used: number[] = [];
    for (let run = 0; run <= runs; run++) {
      const bot = await startBot(discord, data);
      const ready = bot.memory();
      for (let turn = 0; turn < 10; turn++) await discord.deliver(ask()).over;
      if (run > 0) {
        starts.push(bot.startMs);
        fresh.push(ready);
        used.push(bot.memory());
      }
      await bot.stop();
    }
    report({
      bar: "start of the bot, until it is ready in Discord",
      measured: `${median(starts).toFixed(0)} ms (longest ${Math.max(...starts).toFixed(0)} ms)`,
      limit: "700 ms",
      passed: median(starts) <= 700,
    });
    report({
      bar: "memory of the bot when it is ready",
      measured: `${median(fresh).toFixed(0)} MB (most ${Math.max(...fresh).toFixed(0)} MB; after ten commands ${median(used).toFixed(0)} MB)`,
      limit: "110 MB",
      passed: median(fresh) <= 110,
    });
  });
} finally {
  discord.close();
}

function ask() {
  return interactionOf({ user: "800000000000000001", path: "aide" }) as ReturnType<typeof interactionOf> & { readonly type: number };
}
