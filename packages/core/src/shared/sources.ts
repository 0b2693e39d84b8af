import { type Source, sourcesOf } from "./source.js";
import { attendanceSources } from "./sources-attendance.js";
import { invoicingSources } from "./sources-invoicing.js";
import { privacySources } from "./sources-privacy.js";

export type { Source };

/** Every source a rule may name. A rule without one does not compile. */
export const sources = sourcesOf({
  "insee-sirene": {
    kind: "agency",
    title: "INSEE, répertoire Sirene : SIREN et SIRET contrôlés par la clé de Luhn",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "lheo-2.3": {
    kind: "agency",
    title: "LHEO 2.3 : langage harmonisé d'échange d'informations sur l'offre de formation (DGEFP)",
    url: "https://github.com/lheo/lheo-schema",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "france-travail-id": {
    kind: "practice",
    title: "Identifiant France Travail : 11 chiffres depuis mars 2025, 8 caractères auparavant (validateurs publics de l'État)",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  ...attendanceSources,
  "nir-decree": {
    kind: "law",
    title: "Décret 2019-341 : l'usage du numéro de sécurité sociale demande une autorisation",
    checkedOn: "2026-11-23",
    confidence: "unsure",
  },
  "aif-2017": {
    kind: "agency",
    title: "Pôle emploi, instruction 2017-5 du 10 janvier 2017 : aide individuelle à la formation",
    url: "http://bo-pole-emploi.org/bulletinsofficiels/instruction-n2017-5-du-10-janv-1.html",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "aif-nouvelle-aquitaine": {
    kind: "agency",
    title: "Cap Métiers Nouvelle-Aquitaine, juin 2024 : aide individuelle à la formation",
    url: "https://www.cap-metiers.pro/Fiches-techniques/Formation-creation-entreprise-et-validation-des-acquis/539/Aide-individuelle-formation-Nouvelle-Aquitaine-AIF/",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "aif-regional-2019": {
    kind: "agency",
    title: "La Bonne Formation (Pôle emploi, 2019) : règles régionales de l'AIF",
    url: "https://github.com/StartupsPoleEmploi/labonneformation",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "poei-2024": {
    kind: "law",
    title: "Loi 2023-1196, décret 2024-561 du 18 juin 2024 et instruction 2024-26 : POEI",
    url: "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049746156",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "poei-durations": {
    kind: "agency",
    title: "Infogreffe, Mes aides publiques : durées et taux de la POEI",
    url: "https://mesaidespubliques.infogreffe.fr/aides/financement-preparation-operationnelle-emploi-individuelle-poei",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "poei-cap-metiers": {
    kind: "agency",
    title: "Cap Métiers, août 2024 : POE individuelle, conditions pour l'employeur",
    url: "https://www.cap-metiers.pro/Fiches-techniques/-Formation-creation-entreprise-et-validation-des-acquis/533/POE-individuelle-AFPR/",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "poec-centre-inffo": {
    kind: "agency",
    title: "Centre Inffo, juin 2024 : la POE collective relève de l'OPCO",
    url: "https://centre-inffo.fr/fiche/preparation-operationnelle-a-lemploi-collective-poec",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "labour-code-l6326-1": {
    kind: "law",
    title: "Code du travail, article L6326-1 : la formation précède l'embauche",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "labour-code-l6316-1": {
    kind: "law",
    title: "Code du travail, articles L6316-1 à L6316-3 : certification Qualiopi",
    url: "https://french-business-law.com/french-legislation/legitext000006072050-french-labour-code/page/355/",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "labour-code-r6351-6": {
    kind: "law",
    title: "Code du travail, article R6351-6 : mention de la déclaration d'activité",
    url: "https://french-business-law.com/french-legislation-art/article-r6351-6-of-the-french-labour-code",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "labour-code-l6352-12": {
    kind: "law",
    title: "Code du travail, article L6352-12 : l'enregistrement ne vaut pas agrément de l'État",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "cgi-261-4-4-a": {
    kind: "law",
    title: "Code général des impôts, article 261-4-4° a : exonération de TVA de la formation (attestation 3511)",
    url: "https://corse.dreets.gouv.fr/ORGANISME-DE-FORMATION-UNE-EXONERATION-POSSIBLE-DE-TVA",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "kairos-article": {
    kind: "practice",
    title: "Usage du portail Kairos : devis complet, frais ventilés, validation par le candidat",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "kairos-quote-lifecycle": {
    kind: "practice",
    title: "Cycle de vie d'un devis dans Kairos, tel que les organismes l'observent",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "kairos-agreement": {
    kind: "agency",
    title: "Export des organismes de Kairos (données de test Anotéa) : l'habilitation a une date de fin",
    url: "https://github.com/StartupsPoleEmploi/anotea",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "kairos-access-chain": {
    kind: "practice",
    title:
      "Accès à Kairos : demande d'adhésion avec un RGC nommé, deux courriers, Portail Emploi partenaires, GID Partenaires, icône Kairos",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "carif-display-delays": {
    kind: "agency",
    title: "Emfor Bourgogne-Franche-Comté (Carif-Oref) : délais d'affichage des sessions dans Kairos",
    url: "https://www.emfor-bfc.org/formations/faq-1/accompagnement-des-organismes-de-formation/q-25/quels-sont-les-delais-daffichage-des-sessions-dans-kairos",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "carif-export": {
    kind: "agency",
    title:
      "GIP Alfa Centre (Carif-Oref), 23 novembre 2018 : formations visibles par Pôle emploi, ce qui n'est pas transmis et qui contacter",
    url: "http://www.etoile.regioncentre-valdeloire.fr/GIP/site/etoilepro/accueiletoilepro/formationmetiers/ressources-pour-organismes-prescripteurs-formation/breves-rubrique-pour-of/formations-diffusees-sur-Etoile-visibles-par-pole-emploi",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "cpf-abondement": {
    kind: "agency",
    title: "La Bonne Formation (2019) : le CPF d'abord, France Travail complète par abondement",
    url: "https://github.com/StartupsPoleEmploi/labonneformation",
    checkedOn: "2026-11-23",
    confidence: "official",
  },
  "cnil-san-2026-003": {
    kind: "agency",
    title: "CNIL, délibération SAN-2026-003 du 22 janvier 2026 : habilitations trop larges, journalisation insuffisante",
    url: "https://www.legifrance.gouv.fr/cnil/id/CNILTEXT000053408671",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
  "cnil-passwords-2022": {
    kind: "agency",
    title: "CNIL, délibération 2022-100 du 21 juillet 2022 : le renouvellement périodique ne vaut plus que pour l'administration",
    url: "https://securibase.com/securibase/public/fiche/31211/36030",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  "kairos-incident-2025": {
    kind: "practice",
    title: "Violation de données de juillet 2025 : 340 000 personnes exposées par le compte d'un seul organisme",
    url: "https://ecura.fr/2025/07/24/340-000-profils-exposes-france-travail-vise-par-une-cyberattaque/cyber-securite/sauvegarde",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "cnil-logging-2021": {
    kind: "agency",
    title: "CNIL, recommandation de novembre 2021 sur la journalisation : journaux gardés six mois à un an",
    url: "https://www.cnil.fr/fr/la-cnil-publie-une-recommandation-relative-aux-mesures-de-journalisation",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "labour-code-l3133-1": {
    kind: "law",
    title: "Code du travail, articles L3133-1, L3134-13 et L3422-2 : jours fériés légaux, en Alsace-Moselle et outre-mer",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "labour-code-d6313-3-1": {
    kind: "law",
    title: "Code du travail, article D6313-3-1 : ce qu'une formation à distance doit comporter",
    url: "https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000018498018/",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  ...invoicingSources,
  ...privacySources,
  "desk-practice": {
    kind: "practice",
    title: "Convention de Kairos : contrôle de cohérence du dossier",
    checkedOn: "2026-11-23",
    confidence: "secondary",
  },
});

export type SourceId = keyof typeof sources;
