import { inputRules, raise, type SignIn } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { coverageOf, listedSheets, loadSheet } from "../../dossiers/sheets.js";
import { callingIn } from "../../dossiers/trainers.js";
import { optional, reference } from "../../options.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["feuilles", "Liste les feuilles signées d'une session, ou en remet une"],
    en: ["sheets", "List the signed sheets of a session, or hand one out"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite feuilles session:SE-2026-014",
  options: {
    session: optional(sessionOption),
    sheet: optional(reference("sheet", { fr: ["feuille", "Feuille à remettre : FE-0001"], en: ["sheet", "Sheet to hand out: FE-0001"] })),
  },
  async run(desk) {
    const { store, input } = desk;
    const asked = input.sheet === undefined ? undefined : await loadSheet(store, input.sheet);
    if (asked !== undefined && !asked.ok) return refused(asked.problems);
    const of = asked?.value.sessionReference ?? input.session;
    if (of === undefined) return refused([raise(inputRules, "input.missing", ["session"], {})]);
    const loaded = await loadAttendedSession(desk, of, mayRead);
    if (!loaded.ok) return refused(loaded.problems);
    const { reference: session, title: called } = loaded.value.session;
    const title = { fr: `Session ${session} · feuilles signées · ${called}`, en: `Session ${session} · signed sheets · ${called}` };
    if (asked !== undefined) {
      const { reference: sheet, digest, fileName = `${sheet}.pdf` } = asked.value;
      const covers = coverageOf(asked.value);
      return done({
        title,
        lines: [{ tone: "plain", text: { fr: `${sheet} : ${covers.fr}.`, en: `${sheet}: ${covers.en}.` } }],
        ...(digest !== undefined && { files: [{ fileName, digest }] }),
        data: { session, sheet },
        trace: { object: session, details: { sheet } },
      });
    }
    const sheets = await store.sheets.ofSession(session);
    const signatures = countedByProof(await store.signIns.of({ session }));
    return done({
      title,
      ...listedSheets(sheets, signatures, await callingIn(store)),
      next: [
        {
          text: { fr: "Joindre une feuille", en: "Attach a sheet" },
          command: `/assiduite joindre session:${session} fichier:… du:… formateurs:… lieu:…`,
        },
      ],
      data: { session, sheets: sheets.map(({ reference: sheet, removed }) => ({ sheet, removed: removed !== undefined })) },
      trace: { object: session },
    });
  },
});

function countedByProof(signIns: readonly SignIn[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { proof = "" } of signIns) counts.set(proof, (counts.get(proof) ?? 0) + 1);
  return counts;
}
