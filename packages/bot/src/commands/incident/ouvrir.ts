import { accessRefusals, counted, type Incident, pastSolutions, raise } from "@kairos/core";
import { command } from "../../command.js";
import { incidentReply, judged } from "../../dossiers/incident-card.js";
import { lastSaid, newIncident } from "../../dossiers/incident-opening.js";
import { toldOptions } from "../../dossiers/incident-options.js";
import { hear } from "../../dossiers/incident-told.js";
import { incidentSituation, mayReport } from "../../dossiers/incidents.js";
import { type Joined, joinKnown } from "../../dossiers/known-incidents.js";
import { establishmentOption } from "../../establishment.js";
import { cleanPicture } from "../../files/picture/clean.js";
import { line, type ReplyLine, refused } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["ouvrir", "Ouvre un incident du portail : le dossier pour le support, rempli de ce que le bureau sait"],
    en: ["open", "Open an incident of the portal: the file for support, filled with what the desk knows"],
  },
  needs: mayReport,
  visibility: "private",
  form: [["message", "steps", "moment", "browser", "picture"]],
  menu: {
    on: "message",
    name: { fr: "Préparer un incident", en: "Prepare an incident" },
    fills: "message",
    also: { picture: "picture", moment: "moment" },
  },
  example:
    "/incident ouvrir message:Erreur 403 : accès refusé pas:J'ouvre Devis, je cherche DEV-2026-0001, je clique sur Modifier moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01",
  options: { ...toldOptions, ...establishmentOption },
  known: async ({ store, provider, actor }) => {
    const { browser } = provider === undefined ? {} : await lastSaid(store, actor.id, provider.siret);
    return browser === undefined ? {} : { browser };
  },
  prepare: ({ input: { picture } }) => (picture === undefined ? Promise.resolve(undefined) : cleanPicture(picture)),
  async run(desk) {
    const { store, input, provider, prepared } = desk;
    if (provider === undefined) return refused([raise(accessRefusals, "access.not-founded", [], {})]);
    if (prepared?.ok === false) return refused(prepared.problems);
    const before = await incidentSituation(desk, await newIncident(desk, provider));
    const heard = await hear(desk, before, input, prepared?.value);
    if (!heard.ok) return refused(heard.problems);
    const told = heard.value.situation;
    const joined = await joinKnown(desk, told.incident);
    const situation = judged(desk, { ...told, incident: joined?.incident ?? told.incident });
    if (!situation.ok) return refused(situation.problems);
    await store.incidents.save(situation.value.incident);
    const past = await solvedBefore(store, situation.value.incident);
    return incidentReply(desk, situation.value, [...knownLine(joined), ...past, ...heard.value.lines]);
  },
});

function knownLine(joined: Joined | undefined): readonly ReplyLine[] {
  if (joined === undefined) return [];
  const { head, others } = joined;
  return [
    line(
      "warning",
      `${counted(others, "autre personne voit", "autres personnes voient")} la même chose depuis une heure : votre incident est rattaché à ${head.reference}, et vous saurez quand il sera résolu.`,
      `${counted(others, "other person has", "other people have", "en")} seen the same within the hour: your incident is attached to ${head.reference}, and you will know when it is solved.`,
    ),
  ];
}

async function solvedBefore(store: Store, { symptom, cause }: Incident): Promise<readonly ReplyLine[]> {
  if (symptom === "other") return [];
  const [last] = pastSolutions(await store.incidents.list({ symptom, status: "solved", limit: 50 }), { symptom, cause });
  return last?.solution === undefined
    ? []
    : [
        line(
          "plain",
          `La dernière fois (${last.reference}), voici ce qui l'a résolu : ${last.solution}`,
          `Last time (${last.reference}), this is what solved it: ${last.solution}`,
        ),
      ];
}
