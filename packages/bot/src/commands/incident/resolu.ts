import { type Incident, isOpenIncident } from "@kairos/core";
import { command } from "../../command.js";
import { lifeReply, mostLetters, stepOn } from "../../dossiers/incident-life.js";
import { incidentOption, mayReport } from "../../dossiers/incidents.js";
import { solveAttached } from "../../dossiers/known-incidents.js";
import { masked, text } from "../../options.js";
import { line, type ReplyLine } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["resolu", "Note qu'un incident est résolu, et ce qui l'a résolu : ce sera proposé la prochaine fois"],
    en: ["solved", "Record that an incident is solved, and by what: it is proposed the next time"],
  },
  needs: mayReport,
  visibility: "private",
  form: [["solution"]],
  example: "/incident resolu incident:INC-2026-0001 solution:Droit « devis » ajouté par le RGC dans le portail",
  options: {
    incident: incidentOption,
    solution: masked(
      text(
        { fr: ["solution", "Ce qui l'a résolu, en une phrase"], en: ["solution", "What solved it, in one sentence"] },
        mostLetters,
        "several",
      ),
    ),
  },
  async run(desk) {
    const { input, store } = desk;
    const stepped = await stepOn(desk, input.incident, "solve", () => ({ note: input.solution }));
    if (!stepped.ok) return stepped.refusal;
    const { situation, note = "" } = stepped.value;
    const attached = await solveAttached(desk, situation, note);
    const kept = line(
      "good",
      "Incident résolu. Ce qui l'a résolu sera proposé à qui verra la même chose.",
      "Incident solved. What solved it will be proposed to whoever sees the same.",
    );
    return lifeReply(stepped.value, [kept, ...attachedLine(attached), ...(await stillOpen(store, situation.incident))]);
  },
});

function attachedLine(attached: readonly Incident[]): readonly ReplyLine[] {
  if (attached.length === 0) return [];
  const named = attached.map(({ reference }) => reference).join(", ");
  return [
    line(
      "good",
      `${attached.length > 1 ? "Résolus" : "Résolu"} avec lui : ${named}. Qui l'avait signalé est prévenu.`,
      `Solved with it: ${named}. Whoever reported it is told.`,
    ),
  ];
}

async function stillOpen(store: Store, { sameAs }: Incident): Promise<readonly ReplyLine[]> {
  const head = sameAs === undefined ? undefined : await store.incidents.get(sameAs);
  if (head === undefined || !isOpenIncident(head)) return [];
  const { reference } = head;
  return [
    line(
      "plain",
      `${reference}, le premier signalé de cette panne, reste ouvert : les autres personnes attendent encore.`,
      `${reference}, the first report of the same thing, stays open: the others still wait.`,
    ),
  ];
}
