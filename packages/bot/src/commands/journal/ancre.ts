import { checkAnchor, readHead, writeHead } from "@kairos/core";
import { command } from "../../command.js";
import { optional, text } from "../../options.js";
import { done, line, type Reply, refused } from "../../reply.js";
import type { TrailVerdict } from "../../store/store.js";

export default command({
  words: {
    fr: ["ancre", "Donne l'empreinte du journal à garder ailleurs, ou en compare une gardée"],
    en: ["anchor", "Give the trail's fingerprint to keep elsewhere, or compare one that was kept"],
  },
  needs: "audit.read",
  visibility: "private",
  example: "/journal ancre",
  options: {
    head: optional(
      text({ fr: ["empreinte", "La ligne gardée, pour la comparer"], en: ["fingerprint", "The line that was kept, to compare it"] }, 120),
    ),
  },
  prepare: ({ verifyTrail }) => verifyTrail(),
  async run({ input, store, prepared: verdict }) {
    const read = input.head === undefined ? undefined : readHead(input.head);
    if (read?.ok === false) return refused(read.problems);
    if (verdict.problems.length > 0) return done({ title, problems: verdict.problems, verdict: "unsound" });
    if (read === undefined) return taken(verdict);
    const anchor = read.value;
    const there = await store.audit.at(anchor.sequence);
    const problem = checkAnchor(anchor, there, verdict.opening, verdict.checkpoint?.before);
    const trace = { details: { compared: anchor.sequence } };
    if (problem !== undefined) {
      if (problem.code !== "audit.head-purged") return done({ title, problems: [problem], verdict: "unsound", trace });
      return done({ title, lines: [goneSince], problems: [problem], next: [another], verdict: "sound", trace });
    }
    const since = (verdict.head?.sequence ?? anchor.sequence) - anchor.sequence;
    return done({
      title,
      lines: [
        line(
          "good",
          `Le journal contient bien cette empreinte, à l'entrée n° ${anchor.sequence} : rien n'a été coupé ni réécrit jusque-là. Entrées ajoutées depuis : ${since}.`,
          `The trail does hold this fingerprint, at entry no. ${anchor.sequence}: nothing was cut or rewritten up to there. Entries added since: ${since}.`,
        ),
      ],
      next: [another],
      verdict: "sound",
      data: { compared: anchor, since },
      trace,
    });
  },
});

const title = { fr: "Empreinte du journal", en: "Fingerprint of the trail" };

const another = { text: { fr: "en prendre une nouvelle", en: "take a new one" }, command: "/journal ancre" };

const goneSince = line(
  "plain",
  "Rien ne dit que le journal a été touché. Si vous avez relevé cette empreinte après ce jour, prévenez le RGC ; sinon, prenez-en une nouvelle.",
  "Nothing says that the trail was touched. If you took this fingerprint after that day, tell the account manager (RGC); otherwise, take a new one.",
);

/** The line to keep, alone, so that it is copied whole. */
function taken({ head }: TrailVerdict): Reply {
  if (head === undefined) {
    return done({ title, lines: [line("plain", "Le journal est encore vide.", "The trail is still empty.")], verdict: "sound" });
  }
  return done({
    title,
    lines: [
      line("good", writeHead(head), writeHead(head)),
      line(
        "plain",
        "Copiez cette ligne et gardez-la hors de Kairos : un courriel à la direction, un cahier, un coffre. Un relevé par mois suffit.",
        "Copy this line and keep it outside Kairos: an e-mail to the management, a notebook, a safe. Once a month is enough.",
      ),
      line(
        "plain",
        "Le jour d'un doute, redonnez-la à cette même commande (option empreinte) : si la fin du journal a été coupée, ou le tout réécrit, cela se verra.",
        "In case of doubt, give it back to this same command (option fingerprint): if the end of the trail was cut, or all was rewritten, it will show.",
      ),
    ],
    verdict: "sound",
    data: { head, line: writeHead(head) },
    trace: { details: { head: head.sequence } },
  });
}
