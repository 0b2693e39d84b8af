import { hasErrors } from "@kairos/core";
import { command } from "../../command.js";
import { readInvoiceFields, readInvoiceLines, readInvoiceTable, readInvoiceTitle } from "../../dossiers/read-invoices.js";
import { readInvoiceFile } from "../../files/invoice-file.js";
import { file } from "../../options.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["lire", "Lit une facture électronique reçue : champs, lignes, totaux, ce qui cloche"],
    en: ["read", "Read an electronic invoice you received: fields, lines, totals, what is wrong"],
  },
  needs: "invoice.read",
  visibility: "private",
  long: true,
  form: [["file"]],
  example: "/facture lire fichier:facture.pdf",
  options: {
    file: file(
      {
        fr: ["fichier", "PDF Factur-X, ou fichier XML (CII), 8 Mo au plus", "Facture électronique (PDF, XML)"],
        en: ["file", "Factur-X PDF, or XML file (CII), 8 MB at most", "Electronic invoice (PDF, XML)"],
      },
      ["invoice"],
    ),
  },
  prepare: ({ input }) => readInvoiceFile(input.file),
  run({ prepared }) {
    if (!prepared.ok) return Promise.resolve(refused(prepared.problems));
    const { terms, problems } = prepared.value;
    const table = readInvoiceTable(terms);
    return Promise.resolve(
      done({
        title: readInvoiceTitle(terms),
        lines: readInvoiceLines(prepared.value),
        fields: readInvoiceFields(prepared.value),
        ...(table !== undefined && { table }),
        problems,
        verdict: hasErrors(problems) ? "unsound" : "sound",
        data: { ...prepared.value },
        trace: { details: { lines: terms.lines.length, problems: problems.length } },
      }),
    );
  },
});
