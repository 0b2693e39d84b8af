import { formatMonth, monthOf } from "@kairos/core";
import { command } from "../../command.js";
import { incidentMonth, monthFile, monthLine, monthPicture, monthTable, totalsOf } from "../../dossiers/incident-month.js";
import { mayReport } from "../../dossiers/incidents.js";
import { monthOption } from "../../dossiers/month-option.js";
import { optional } from "../../options.js";
import { done, line } from "../../reply.js";

export default command({
  words: {
    fr: ["mois", "Le mois en un coup d'œil : les incidents par cause, et le temps qu'il a fallu pour les résoudre"],
    en: ["month", "The month at a glance: incidents by cause, and the time it took to solve them"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident mois mois:12/2026",
  options: {
    month: optional(
      monthOption({
        fr: ["mois", "Quel mois : 12/2026, décembre ; le mois en cours sinon"],
        en: ["month", "Which month: 12/2026, December; this month otherwise"],
      }),
    ),
  },
  async run(desk) {
    const month = desk.input.month ?? monthOf(desk.today);
    const counts = await incidentMonth(desk, month);
    return done({
      title: { fr: `Incidents · ${formatMonth(month)}`, en: `Incidents · ${formatMonth(month, "en")}` },
      lines: [monthLine(counts), ...(desk.rights.has("incident.follow") ? [] : [own])],
      ...(counts.length > 0 && {
        table: monthTable(counts),
        pictures: [monthPicture(month, counts)],
        texts: [monthFile(month, counts)],
      }),
      data: { month, ...totalsOf(counts), causes: counts },
      trace: { object: month },
    });
  },
});

const own = line("muted", "Seulement les vôtres.", "Only yours.");
