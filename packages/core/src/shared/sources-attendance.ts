import { sourcesOf } from "./source.js";

/** What asks for attendance to be recorded, proved and declared. */
export const attendanceSources = sourcesOf({
  "decree-2017-1019": {
    kind: "law",
    title: "Décret 2017-1019 du 9 mai 2017 : entrées, interruptions et sorties de formation transmises dans les trois jours",
    url: "https://www.tironem.fr/decret-transmission-informations-prestataires-formation-pole-emploi/",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "labour-code-l6121-5": {
    kind: "law",
    title: "Code du travail, article L6121-5 : l'organisme informe France Travail de l'entrée, de l'interruption et de la sortie",
    url: "https://french-business-law.com/french-legislation-art/article-l6121-5-of-the-french-labour-code",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  "labour-code-l6354-1": {
    kind: "law",
    title: "Code du travail, article L6354-1 : ce qui n'est pas exécuté, ou pas prouvé, est remboursé",
    url: "https://marche-public.fr/fpc/Circ-DGEFP-2011-26/Circulaire-DGEFP-2011-26-00-Fiche07-sanction-financiere.htm",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  "labour-code-r6341-45": {
    kind: "law",
    title: "Code du travail, article R6341-45 : la rémunération du stagiaire est réduite selon ses absences injustifiées",
    url: "https://codes-et-lois.fr/code-du-travail/article-r6341-45",
    checkedOn: "2026-11-26",
    confidence: "official",
  },
  "labour-code-r6313-3": {
    kind: "law",
    title: "Code du travail, article R6313-3 : l'exécution se prouve par tout élément probant",
    url: "https://caraxo.fr/fiche-technique-la-feuille-demargement-en-foad",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "caa-paris-2017-sheet": {
    kind: "law",
    title: "CAA Paris, 19 janvier 2017 : une feuille sans formateur, date ni lieu, ou contraire au planning, ne prouve rien",
    url: "http://www.droit-de-la-formation.fr/vos-rubriques/actualites/actualite-juridique/realite-de-l-action-de-formation-feuille-d-emargement-non-produite.html",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "completion-certificate": {
    kind: "law",
    title: "Arrêté du 21 décembre 2018 et article R6332-26 : certificat de réalisation, et ce qu'il porte",
    url: "https://www.ocapiat.fr/utilisez-le-bon-modele-de-certificat-de-realisation/",
    checkedOn: "2026-11-26",
    confidence: "secondary",
  },
  "attendance-practice": {
    kind: "practice",
    title: "Usage des organismes : états de présence par stagiaire et par mois, émargement par demi-journée",
    checkedOn: "2026-11-26",
    confidence: "unsure",
  },
});
