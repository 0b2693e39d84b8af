import { sourcesOf } from "./source.js";

/** What rules of agreements, invoices, their channel and their payment rest on. */
export const invoicingSources = sourcesOf({
  "iso-13616": {
    kind: "practice",
    title: "ISO 13616 : IBAN et sa clé de contrôle ; ISO 9362 : code BIC",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "public-payment-terms": {
    kind: "law",
    title:
      "Code de la commande publique, articles L2192-10 et R2192-10 et suivants : trente jours, taux de la BCE majoré de huit points, 40 € de frais de recouvrement",
    url: "https://www.code-commande-publique.com/delais-de-paiement-l2192-10-s/",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "afc-cariforef-occitanie": {
    kind: "agency",
    title:
      "Action de formation conventionnée : convention signée avant le début, période en entreprise de 30 % au plus, aucun frais au stagiaire",
    url: "https://cariforefoccitanie.fr/orientation-et-parcours-des-publics/dispositifs-et-politiques-publiques/fiches-techniques-demandeurs-demploi/action-de-formation-conventionnee-par-france-travail-afc",
    checkedOn: "2026-11-28",
    confidence: "official",
  },
  "afc-market-practice": {
    kind: "practice",
    title: "Marchés d'action de formation conventionnée : marché, lot, bon de commande, heures-stagiaires, contrôle du service fait",
    url: "https://fr.readkong.com/page/lots-pole-emploi-9938623",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "public-e-invoicing": {
    kind: "law",
    title:
      "Code de la commande publique, articles L2192-1, L2192-5 et D2192-2 : facture déposée sur Chorus Pro, destinataire, engagement et service",
    url: "https://tricoteuses.fr/legifrance/sections/LEGISCTA000038540573",
    checkedOn: "2026-11-28",
    confidence: "official",
  },
  "chorus-deposit-practice": {
    kind: "practice",
    title: "Pratique d'un organisme de formation : facture, bilan et feuilles d'émargement déposés ensemble sur Chorus Pro",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "cgi-242-nonies-a": {
    kind: "law",
    title: "Code général des impôts, annexe II, article 242 nonies A : mentions d'une facture, numéro unique et continu",
    url: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000046086694",
    checkedOn: "2026-11-28",
    confidence: "official",
  },
  "commercial-code-l441-9": {
    kind: "law",
    title: "Code de commerce, articles L441-9 et D441-5 : date de paiement, pénalités, escompte, indemnité de 40 €",
    url: "https://www.fiducial.fr/Outils-et-modeles/Modele-de-facture/Indemnite-forfaitaire-pour-frais-de-recouvrement",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "cgi-289": {
    kind: "law",
    title: "Code général des impôts, article 289 : une facture se corrige par un avoir qui cite le numéro et la date de l'original",
    url: "https://legiculture.fr/rescrit-fiscal-mentions-obligatoires-devant-figurer-sur-les-notes-davoir",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "decree-2022-1299": {
    kind: "law",
    title: "Décret 2022-1299 : SIREN du client, catégorie d'opération, option pour les débits",
    url: "https://audrex.fr/?p=769938",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "e-invoicing-reform": {
    kind: "law",
    title: "Réforme de la facturation électronique : réception par tous au 1er septembre 2026, émission en 2026 ou 2027 selon la taille",
    url: "https://notaires-office.fr/facturation-electronique-la-reforme-entre-bientot-en-vigueur",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "e-invoicing-exempt": {
    kind: "agency",
    title:
      "DGFiP, foire aux questions : les opérations exonérées par les articles 261 à 261 E sont hors de la facturation électronique obligatoire",
    url: "https://facturevolution.fr/?p=712",
    checkedOn: "2026-11-28",
    confidence: "secondary",
  },
  "en-16931": {
    kind: "practice",
    title: "Norme EN 16931 (règles 1.3.16 d'avril 2026) et Factur-X 1.09 : contenu et calculs d'une facture électronique",
    url: "https://github.com/ConnectingEurope/eInvoicing-EN16931",
    checkedOn: "2026-11-28",
    confidence: "official",
  },
  "fnfe-br-fr": {
    kind: "practice",
    title: "FNFE-MPE, règles françaises BR-FR du flux 2 (V1.4.0, juin 2026) et limites de Chorus Pro",
    url: "https://github.com/fnfempe/France_RFE",
    checkedOn: "2026-11-28",
    confidence: "official",
  },
});
