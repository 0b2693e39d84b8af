import { expect, it } from "vitest";
import { allCommands } from "../bot/desk.js";
import { founding } from "../bot/founding.js";
import { installFaults } from "./driver.js";
import { playUnderFaults } from "./faults/play.js";
import { inFolder } from "./folder.js";

// `npm run campaign -- faults` does so with every command of the desk.
it("a statement that fails leaves all or nothing, the person reads what to do, and the same delivery then acts once", async () => {
  const commands = await allCommands();
  const restore = installFaults();
  try {
    const lines = [
      ...founding.map(([person, line]) => `${person} ▸ ${line}`),
      "gestionnaire ▸ /devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001",
    ];
    const tried = (line: string) => line.startsWith("/devis");
    const { faults, tally } = await inFolder((folder) => playUnderFaults({ commands, folder, transcript: lines.join("\n"), tried }));
    expect(faults).toEqual([]);
    // Each of the statements, or of those that write: from the first to the commit.
    expect(tally["disk full"]).toEqual({ met: 21, before: 21, after: 0 });
    expect(tally["disk full until the end"]).toEqual({ met: 6, before: 6, after: 0 });
  } finally {
    restore();
  }
});
