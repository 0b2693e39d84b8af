import { counted } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRecord } from "../../dossiers/attendance.js";
import { coverageOf, loadSheet } from "../../dossiers/sheets.js";
import { reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["retirer-feuille", "Retire une feuille jointe par erreur, et les signatures qu'elle prouvait"],
    en: ["remove-sheet", "Remove a sheet attached by mistake, and the signatures it proved"],
  },
  needs: mayRecord,
  visibility: "private",
  final: true,
  example: "/assiduite retirer-feuille feuille:FE-0001",
  options: {
    sheet: reference("sheet", { fr: ["feuille", "Feuille à retirer : FE-0001"], en: ["sheet", "Sheet to remove: FE-0001"] }),
  },
  async run(desk) {
    const { store, input, actor, now } = desk;
    const found = await loadSheet(store, input.sheet);
    if (!found.ok) return refused(found.problems);
    const { reference: sheet, sessionReference: session } = found.value;
    const loaded = await loadAttendedSession(desk, session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const covers = coverageOf(found.value);
    const signatures = await store.signIns.removeByProof(session, sheet);
    await store.sheets.save({ ...found.value, removed: { at: now, by: actor.id } });
    return done({
      title: { fr: `Session ${session} · feuille ${sheet} retirée`, en: `Session ${session} · sheet ${sheet} removed` },
      lines: [
        { tone: "plain", text: { fr: `${sheet} : ${covers.fr}.`, en: `${sheet}: ${covers.en}.` } },
        line(
          "good",
          `Retirées avec elle : ${counted(signatures, "signature")}. Les présences saisies ne changent pas ; la feuille reste listée comme retirée.`,
          `Removed with it: ${counted(signatures, "signature", "signatures", "en")}. What is recorded of attendance does not change; the sheet stays listed as removed.`,
        ),
      ],
      next: [{ text: { fr: "Voir ce qui reste", en: "See what is left" }, command: `/assiduite feuilles session:${session}` }],
      data: { session, sheet, signatures },
      trace: { object: session, details: { sheet, signatures } },
    });
  },
});
