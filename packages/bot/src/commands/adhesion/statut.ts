import { formatDay, type MembershipPathStep, membershipDocumentLabels, membershipStanding } from "@kairos/core";
import { command } from "../../command.js";
import { loadMembership, standingAnswer } from "../../dossiers/memberships.js";
import { establishmentOption } from "../../establishment.js";
import { refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["statut", "Dit où en est l'adhésion au portail, ce qui manque et qui doit agir"],
    en: ["status", "Tell where the portal membership stands, what is missing and who must act"],
  },
  needs: "provider.read",
  visibility: "private",
  publishable: true,
  example: "/adhesion statut",
  options: establishmentOption,
  async run(desk) {
    const loaded = await loadMembership(desk, "provider.read");
    if (!loaded.ok) return refused(loaded.problems);
    const { problems, path } = membershipStanding(loaded.value);
    const table = { columns, rows: path.map(rowOf) };
    return { ...standingAnswer(loaded.value, []), problems, ...(path.length > 0 && { table }) };
  },
});

const columns = [
  { fr: "Étape", en: "Step" },
  { fr: "Document", en: "Document" },
  { fr: "Jour", en: "Day" },
];

function rowOf({ label, document, on }: MembershipPathStep) {
  return [
    label,
    document === undefined ? same("—") : membershipDocumentLabels[document],
    on === undefined ? { fr: "attendu", en: "awaited" } : { fr: `✔ ${formatDay(on)}`, en: `✔ ${formatDay(on, "en")}` },
  ];
}
