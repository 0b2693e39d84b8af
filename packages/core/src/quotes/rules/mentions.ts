import type { Path } from "../../shared/problem.js";
import { type Finding, found, nothing } from "../../shared/rules.js";
import { excerpt } from "../../shared/text.js";
import { claimsApproval } from "../claims.js";
import { type QuoteFacts, rule } from "../situation.js";

/** What the law asks a quote to say, and forbids it to say. */
export const mentionRules = {
  "quote.vat-regime": rule({
    severity: "error",
    source: "cgi-261-4-4-a",
    check: wrongVat,
    fr: ({ fault, line }) => ({
      what: {
        "rate-with-exemption": `La ligne ${line} est exonérée de TVA et porte pourtant un taux.`,
        "taxed-without-rate": `La ligne ${line} est soumise à la TVA sans taux.`,
        "no-attestation": "L'exonération de TVA est appliquée sans attestation 3511 renseignée.",
      }[fault],
      why:
        fault === "no-attestation"
          ? "Seul un organisme qui a obtenu l'attestation 3511 peut facturer la formation sans TVA."
          : "Chaque ligne a un seul régime : exonérée avec la référence du texte, ou taxée avec son taux.",
      mend:
        fault === "no-attestation"
          ? "Renseignez la date d'effet de l'attestation 3511 de l'organisme, ou changez son régime de TVA."
          : "Corrigez le régime ou le taux de cette ligne.",
    }),
  }),
  "quote.state-approval-claim": rule({
    severity: "error",
    source: "labour-code-l6352-12",
    check: ({ quote, provider }) => {
      const texts: [Path, string | undefined][] = [
        [["title"], quote.title],
        [["notes"], quote.notes],
        ...quote.lines.map((line, index): [Path, string] => [["lines", index, "label"], line.label]),
        [["provider", "presentation"], provider?.presentation],
      ];
      const claim = texts.find(([, text]) => text !== undefined && claimsApproval(text));
      return claim === undefined ? nothing : found(claim[0], { text: excerpt(claim[1] ?? "") });
    },
    fr: ({ text }) => ({
      what: `Le texte « ${text} » laisse croire à un agrément de l'État.`,
      why: "La déclaration d'activité n'est pas un agrément ; l'annoncer comme tel est puni (article L6352-12).",
      mend: "Retirez cette mention : la formule légale est imprimée d'office sur le devis.",
    }),
  }),
  "quote.nda-mention": rule({
    severity: "error",
    source: "labour-code-r6351-6",
    needs: ["provider"],
    check: ({ provider }) => {
      const numberMissing = provider.activityNumber === undefined;
      if (!numberMissing && provider.activityRegion !== undefined) return nothing;
      return found(["provider", numberMissing ? "activityNumber" : "activityRegion"], { numberMissing });
    },
    fr: ({ numberMissing }) => ({
      what: numberMissing
        ? "Le numéro de déclaration d'activité de l'organisme manque."
        : "La région du préfet qui a enregistré la déclaration d'activité manque.",
      why: "Le devis doit porter « déclaration d'activité enregistrée sous le numéro … auprès du préfet de région … » (article R6351-6).",
      mend: "Complétez la fiche de l'organisme avec le récépissé de la DREETS.",
    }),
  }),
};

type WrongVat = { fault: "rate-with-exemption" | "taxed-without-rate" | "no-attestation"; line: number };

function wrongVat({ quote, provider }: QuoteFacts): readonly Finding<WrongVat>[] {
  const findings: Finding<WrongVat>[] = [];
  for (const [index, line] of quote.lines.entries()) {
    const exempt = line.vatRegime !== "taxed";
    if (exempt === line.vatRate > 0) {
      findings.push({
        path: ["lines", index, "vatRate"],
        params: { fault: exempt ? "rate-with-exemption" : "taxed-without-rate", line: index + 1 },
      });
    }
  }
  const exemptLine = quote.lines.findIndex((line) => line.vatRegime === "exempt-training");
  if (exemptLine >= 0 && provider !== undefined && provider.vatAttestationOn === undefined) {
    findings.push({ path: ["provider", "vatAttestationOn"], params: { fault: "no-attestation", line: exemptLine + 1 } });
  }
  return findings;
}
