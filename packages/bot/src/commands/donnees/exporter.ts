import { counted, type Provider } from "@kairos/core";
import { command } from "../../command.js";
import { personReport } from "../../dossiers/person-report.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["exporter", "Donne en un fichier tout ce qui est gardé d'un stagiaire (droit d'accès)"],
    en: ["export", "Give in one file all that is kept of a trainee (right of access)"],
  },
  needs: "data.export",
  visibility: "private",
  example: "/donnees exporter stagiaire:T-0001",
  options: {
    trainee: reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] }),
  },
  async run({ input, store, today }) {
    const trainee = await store.trainees.get(input.trainee.toUpperCase());
    if (trainee === undefined) return refused([unknownReference("trainee", "stagiaire", input.trainee)]);
    const provider = (await store.providers.get(trainee.siret)) as Provider;
    const kept = await store.personal.of(trainee.id);
    const quotes = (await store.quotes.list({ traineeId: trainee.id })).map(({ reference: one }) => one);
    const attachments = (await Promise.all(quotes.map((one) => store.attachments.of(one)))).flat();
    const rows = Object.values(kept).reduce((sum, list) => sum + list.length, 0);
    const stem = `donnees-${trainee.id}-${today}`;
    return done({
      title: { fr: `Données gardées · ${trainee.id}`, en: `Data kept · ${trainee.id}` },
      lines: [
        line(
          "good",
          `Tout ce qui est gardé de cette personne : ${counted(rows, "élément", "éléments")} et ${counted(attachments.length, "pièce jointe", "pièces jointes")}, en un fichier rangé dans le dossier « documents ».`,
          `All that is kept of this person: ${counted(rows, "item", "items", "en")} and ${counted(attachments.length, "attachment", "attachments", "en")}, in one file put into the “documents” folder.`,
        ),
        line(
          "warning",
          "Relisez-le avant de le remettre : les feuilles d'émargement et les factures, qui nomment d'autres personnes, n'y sont que par leur référence. Remettez-le en main propre ou chiffré, puis effacez-le.",
          "Look at it before you hand it over: attendance sheets and invoices, which name others, are in it by reference only. Hand it over in person or encrypted, then delete it.",
        ),
      ],
      packages: [
        {
          fileName: `${stem}.zip`,
          confidential: true,
          parts: [
            { fileName: "donnees.json", text: `${JSON.stringify({ stagiaire: trainee, ...kept }, undefined, 2)}\n` },
            { fileName: "donnees.pdf", document: personReport({ trainee, provider, kept, today }) },
            ...attachments.map(({ id, fileName, digest }) => ({ fileName: `${id}-${fileName}`, digest })),
          ],
        },
      ],
      data: { trainee: trainee.id, rows, files: attachments.length },
      trace: { object: trainee.id, details: { rows, files: attachments.length } },
    });
  },
});
