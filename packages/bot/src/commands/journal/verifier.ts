import { formatDay, writeHead } from "@kairos/core";
import { command } from "../../command.js";
import { whenOf } from "../../dossiers/trail-table.js";
import { done, line } from "../../reply.js";

export default command({
  words: {
    fr: ["verifier", "Recalcule tout le journal et nomme la première entrée modifiée ou manquante"],
    en: ["verify", "Recompute the whole trail and name the first entry changed or missing"],
  },
  needs: "audit.read",
  visibility: "private",
  example: "/journal verifier",
  options: {},
  prepare: ({ verifyTrail }) => verifyTrail(),
  run({ prepared, provider }) {
    const { entries, since, checkpoint, head, problems } = prepared;
    const title = { fr: "Vérification du journal", en: "Verification of the trail" };
    if (problems.length > 0 || head === undefined || since === undefined) {
      const lines = [
        line(
          "bad",
          `Le journal n'est pas intact. Entrées intactes avant la faute : ${entries}.`,
          `The trail is not intact. Entries intact before the fault: ${entries}.`,
        ),
      ];
      return Promise.resolve(done({ title, lines, problems, verdict: "unsound", data: { entries, sound: false } }));
    }
    const from = whenOf({ at: since }, provider);
    return Promise.resolve(
      done({
        title,
        lines: [
          line(
            "good",
            `Intact. Entrées recalculées : ${entries}, depuis le ${from.fr}.`,
            `Intact. Entries recomputed: ${entries}, since ${from.en}.`,
          ),
          ...(checkpoint === undefined
            ? []
            : [
                line(
                  "plain",
                  `Ce qui datait d'avant le ${formatDay(checkpoint.before)} a été effacé à la fin de sa durée de conservation ; un point de contrôle dans le journal en répond.`,
                  `What was from before ${formatDay(checkpoint.before, "en")} was erased at the end of its retention; a checkpoint in the trail vouches for it.`,
                ),
              ]),
          line("muted", `Empreinte : ${writeHead(head)}`, `Fingerprint: ${writeHead(head)}`),
          line(
            "muted",
            "Seule une empreinte gardée ailleurs montre que la fin du journal a été coupée, ou que tout a été réécrit.",
            "Only a fingerprint kept elsewhere shows that the end of the trail was cut, or that all was written again.",
          ),
        ],
        next: [
          {
            text: { fr: "comparer avec une empreinte gardée, ou en prendre une", en: "compare with a fingerprint kept, or take one" },
            command: "/journal ancre",
          },
        ],
        verdict: "sound",
        data: { entries, sound: true, head, since },
        trace: { details: { entries, head: head.sequence } },
      }),
    );
  },
});
