import { answersIn, recogniseSymptom, type Symptom } from "@kairos/core";
import { describe, expect, it } from "vitest";

const said: Readonly<Record<Exclude<Symptom, "other">, readonly string[]>> = {
  "login-refused": [
    "Identifiant ou mot de passe incorrect.",
    "IDENTIFIANT OU MOT DE PASSE INVALIDE",
    "Échec de l'authentification (code AUTH-401)",
    "Bonjour, je n'arrive plus à me connecter depuis ce matin",
    "impossible de me connecter a kairos",
    "Connexion impossible, j'ai tout essayé",
    "conexion refusée sur le portail",
    "mon mdp ne marche plus",
    "Votre identifiant est erroné",
    "On ne peut pas se connecter au portail",
    "Invalid credentials",
    "Wrong identifier or password",
    "I cannot log in any more",
    "unable to sign in since yesterday",
    "Login failed. Please check your password.",
  ],
  "blank-page": [
    "La page reste blanche après la connexion",
    "page blanche !!!",
    "Écran blanc quand je clique sur Devis",
    "j'ai une page toute vide",
    "Plus rien ne s'affiche dans Chrome",
    "la page des sessions ne se charge pas",
    "The screen stays blank",
    "blank page after signing in",
    "Nothing shows when I open Kairos",
  ],
  forbidden: [
    "Erreur 403 : accès refusé",
    "HTTP Status 403 – Forbidden",
    "Accès interdit. Vous n'êtes pas autorisé à consulter cette page.",
    "ACCES REFUSE",
    "je n'ai pas les droits pour valider",
    "Vous n'avez plus l'habilitation nécessaire",
    "Droits insuffisants pour cette opération",
    "acccès refusé sur la saisie des devis",
    "Access denied",
    "You are not authorized to view this resource",
    "Insufficient privileges",
  ],
  "account-blocked": [
    "Votre compte est bloqué",
    "Compte verrouillé suite à 5 échecs",
    "compte verouillé",
    "Le compte de ma collègue est inactif",
    "Votre compte partenaire a été désactivé.",
    "Nombre maximum de tentatives atteint",
    "Pouvez-vous débloquer mon compte ?",
    "Your account has been locked",
    "account disabled: contact your administrator",
  ],
  "session-invisible": [
    "La session SE-2026-014 n'apparaît pas",
    "notre session est introuvable dans Kairos",
    "Je ne vois plus ma session de décembre",
    "les sessions de Pau ne sont pas visibles",
    "Aucune session trouvée",
    "Notre formation n'apparait toujours pas dans kairos",
    "on ne trouve pas la session du 7 décembre",
    "The session does not show in the portal",
    "session not found",
    "I cannot find our session",
  ],
  "quote-impossible": [
    "Impossible de saisir un devis AIF",
    "je n'arrive pas à créer de devis",
    "Le bouton « Nouveau devis » est grisé",
    "La certification Qualiopi n'apparaît pas dans l'onglet Qualité",
    "on ne peut plus déposer de devis pour cette formation",
    "saisie du devis impossible",
    "Unable to enter a quote",
  ],
  "quote-stuck": [
    "Le devis DEV-2026-0012 est bloqué depuis lundi",
    "devis toujours en attente du candidat",
    "Le devis n'avance plus",
    "mon devis ne bouge plus depuis 10 jours",
    "devis sans réponse depuis un mois",
    "The quote is stuck",
    "our quote is still pending",
  ],
  "attendance-undeclarable": [
    "Impossible de déclarer l'assiduité de décembre",
    "l'assiduité est bloquée",
    "La saisie des absences est refusée",
    "je ne peux pas valider les présences du mois",
    "assiduité grisée pour trois stagiaires",
    "Cannot declare attendance for December",
  ],
  "suspicious-message": [
    "J'ai reçu un mail bizarre de France Travail",
    "Lien suspect dans un courriel",
    "est-ce du phishing ?",
    "tentative d'hameçonnage",
    "Ce message me paraît louche",
    "I received a suspicious e-mail",
    "un sms douteux avec un lien",
  ],
};

const unrelated: readonly string[] = [
  "",
  "Bonjour",
  "Merci beaucoup, bonne journée !",
  "Pouvez-vous me rappeler l'heure du rendez-vous ?",
  "La session SE-2026-014 commence le 7 décembre.",
  "J'ai créé un devis ce matin.",
  "Le candidat a validé son devis.",
  "Trois absences lundi, toutes excusées.",
  "Notre certificat Qualiopi est valable jusqu'en 2028.",
  "La facture 403-2 est payée",
  "Numéro de bon de commande 4500403001",
  "Le compte rendu de la réunion est prêt.",
  "La page d'accueil est très claire.",
  "Avez-vous bien recopié votre identifiant ?",
  "The weather is nice in Bordeaux.",
  "I have a meeting with the adviser tomorrow.",
];

describe("what is wrong, told by a sentence or a pasted message", () => {
  const phrases = Object.entries(said).flatMap(([symptom, texts]) => texts.map((text) => [text, symptom] as const));

  it.each(phrases)("« %s » is %s", (text, symptom) => {
    expect(recogniseSymptom(text)).toBe(symptom);
  });

  it("does not hang on capitals, accents, quotes, blanks or what stands around", () => {
    const bare = (text: string) => text.normalize("NFD").replace(/\p{M}+/gu, "");
    for (const [text, symptom] of phrases) {
      for (const other of [text.toUpperCase(), bare(text), text.replaceAll(" ", "\u00a0"), `Bonjour.\n\n${text}\n\nMerci d'avance.`]) {
        expect(recogniseSymptom(other), other).toBe(symptom);
      }
    }
  });

  it.each(unrelated)("is not guessed from « %s »", (text) => {
    expect(recogniseSymptom(text)).toBeUndefined();
  });

  it("is read from the beginning of a text of any length, at once", () => {
    const start = performance.now();
    expect(recogniseSymptom(`Erreur 403 ${"devis ".repeat(200_000)}`)).toBe("forbidden");
    expect(recogniseSymptom("session devis compte page assiduite absence identifiant ".repeat(80))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("answers what would be asked next, when it says so", () => {
    expect(answersIn("Identifiant ou mot de passe incorrect", "login-refused")).toEqual({ "message-says": "wrong" });
    expect(answersIn("Je ne peux pas me connecter", "login-refused")).toEqual({});
    expect(answersIn("Erreur 403 en ouvrant le devis", "forbidden")).toEqual({ task: "quotes" });
    expect(answersIn("403 sur l'assiduité", "forbidden")).toEqual({ task: "attendance" });
    expect(answersIn("403 entre le devis et la facture", "forbidden")).toEqual({});
    expect(answersIn("Le devis est bloqué", "quote-stuck")).toEqual({});
    expect(answersIn("", "forbidden")).toEqual({});
  });
});
