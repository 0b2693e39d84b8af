import { sourcesOf } from "./source.js";

/** How long what is kept of people must, or may, be kept. */
export const privacySources = sourcesOf({
  "commerce-code-l123-22": {
    kind: "law",
    title: "Code de commerce, article L123-22 : documents comptables et pièces justificatives conservés dix ans",
    url: "https://codes-et-lois.fr/code-de-commerce/article-l123-22",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  "attendance-retention": {
    kind: "practice",
    title:
      "Usage : preuves d'assiduité gardées trois ans, davantage quand un financeur ou un fonds européen le demande ; aucun texte de la CNIL ne fixe cette durée",
    url: "https://www.dpo-partage.fr/gestion-des-documents-de-formation-rgpd/",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
});
