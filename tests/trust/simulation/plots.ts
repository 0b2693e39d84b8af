import { addDays, formatDay, type IsoDate, weekdayOf } from "@kairos/core";
import type { Answer } from "../../../packages/bot/src/dispatch.js";
import type { Random } from "../random.js";
import { called, type Name, type Step } from "./cast.js";

/** What somebody does on a day, or later on when the day is past; the answer comes back to the plot. */
export interface Due extends Step {
  readonly on: IsoDate;
}
export type Plot = Generator<Due, void, Answer>;

/** What a plot draws from. */
export interface Setting {
  readonly random: Random;
  readonly today: IsoDate;
  /** A number that no other plot has. */
  readonly rank: number;
}

const surnames = ["Durand", "Morel", "Nguyen", "Haddad", "Le Goff", "Ménard", "Costa", "Œillet"];
const firstNames = ["Camille", "Lucien", "Aïcha", "Noé", "Ines", "Jean-Baptiste"];
const titles = ["Cariste CACES R489", "Secrétariat médical", "Soudure TIG", "Remise à niveau"];

/** A session from its first line to its payment: what a provider lives on. */
export function* training({ random, today, rank }: Setting): Plot {
  const { pick, chance, int } = random;
  const session = `SE-${today.slice(0, 4)}-${String(rank).padStart(4, "0")}`;
  const first = workday(addDays(today, 6 + int(20)));
  const days = workdays(first, 1 + int(4));
  const last = days.at(-1) ?? first;
  const hours = days.length * 7;
  const price = hours * (12 + int(8));
  let day = today;
  const at = (person: Name, line: string, later = 0, file?: Step["file"]): Due => {
    day = addDays(day, later);
    return { on: day, person, line, ...(file !== undefined && { file }) };
  };
  const until = (on: IsoDate) => {
    if (on > day) day = on;
  };

  yield at(
    "coordinateur",
    `/session creer reference:${session} intitule:${pick(titles)} ${rank} debut:${formatDay(first)} fin:${formatDay(last)} heures-centre:${hours} h lieu:Bordeaux prix:${price} carif:75_SE${rank} formacode:31768 formacode-version:V14 certification:RS5098 salle:Salle ${1 + int(3)} formateurs:${called("formateur")}`,
  );
  yield at("coordinateur", `/session planning reference:${session} semaine:lun-ven 9h-12h30 13h30-17h`);
  if (chance(0.5)) yield at("coordinateur", `/session visibilite reference:${session} etape:prête`);
  const trainees: string[] = [];
  const quotes: string[] = [];
  for (let count = 1 + int(3); count > 0; count--) {
    const added = yield at(
      "gestionnaire",
      `/stagiaire ajouter prenom:${pick(firstNames)} nom:${pick(surnames)} identifiant:${1_000_000 + int(8_999_999)}${pick(["A", "B", "K"])}`,
    );
    const trainee = referenceIn(added, /\bT-\d{4,}/);
    if (trainee !== undefined) trainees.push(trainee);
  }
  const isOrdered = chance(0.3);
  for (const trainee of trainees) {
    if (chance(0.4)) yield* appointment({ random, today: day, rank }, trainee);
    if (isOrdered) yield at("coordinateur", `/assiduite inscrire session:${session} stagiaire:${trainee}`);
    else yield* quoted(trainee);
  }
  const order = `BC-${today.slice(0, 4)}-${rank}`;
  if (isOrdered) {
    const agreed = yield at(
      "facturation",
      `/convention creer intitule:Lot ${rank} payeur:13000548100010 marche:M-${rank} debut:${formatDay(today)} fin:${formatDay(addDays(today, 400))} base:heure-stagiaire prix:${12 + int(8)} € signee-le:${formatDay(today)}`,
    );
    const agreement = referenceIn(agreed, /CONV-\d{4}-\d+/) ?? "CONV-2026-0001";
    yield at(
      "facturation",
      `/commande creer convention:${agreement} reference:${order} session:${session} stagiaires:${Math.max(1, trainees.length)} heures:${hours * Math.max(1, trainees.length)} h date:${formatDay(today)} engagement:E-${rank}`,
    );
  }
  for (const on of days) {
    until(addDays(on, 1));
    for (const half of ["matin", "après-midi"]) {
      const except =
        chance(0.15) && trainees.length > 0 ? ` sauf:${pick(trainees)} ${pick(["absent", "retard 20 min", "excusé transport"])}` : "";
      yield at(chance(0.9) ? "formateur" : "coordinateur", `/assiduite saisir session:${session} jour:${formatDay(on)} ${half}${except}`);
    }
  }
  if (chance(0.3) && trainees.length > 0)
    yield at(
      "coordinateur",
      `/assiduite corriger session:${session} stagiaire:${pick(trainees)} jour:${formatDay(pick(days))} ${pick(["matin", "après-midi"])} statut:${pick(["présent", "absence injustifiée", "en retard minutes:15"])} raison:Feuille relue`,
      1,
    );
  yield at(
    "coordinateur",
    `/assiduite joindre session:${session} fichier:feuille.pdf du:${formatDay(first)} matin au:${formatDay(last)} après-midi formateurs:${called("formateur")} lieu:Bordeaux`,
    1,
    ["fichier", `%PDF-1.7\n${rank}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`],
  );
  for (const month of new Set(days.map((on) => `${on.slice(5, 7)}/${on.slice(0, 4)}`))) {
    yield at("coordinateur", `/assiduite cloturer session:${session} mois:${month}`, int(3));
    if (chance(0.2)) {
      yield at("coordinateur", `/assiduite rouvrir session:${session} mois:${month} raison:Feuille retrouvée`);
      yield at("coordinateur", `/assiduite cloturer session:${session} mois:${month}`);
    }
  }
  if (chance(0.3)) yield at("coordinateur", `/assiduite rapprocher session:${session}`);
  for (const source of isOrdered ? [`commande:${order}`] : quotes.map((quote) => `devis:${quote} engagement:AIF-${rank}`))
    yield* billed(source);

  function* quoted(trainee: string): Plot {
    const made = yield at("gestionnaire", `/devis creer dispositif:AIF session:${session} stagiaire:${trainee}`);
    const quote = referenceIn(made, /DEV-\d{4}-\d+/);
    if (quote === undefined) return;
    yield at(
      "gestionnaire",
      `/devis annoncer reference:${quote} debut:${formatDay(first)} fin:${formatDay(last)} duree:${hours} h cout:${price} €`,
    );
    yield at("gestionnaire", `/devis soumettre reference:${quote}`);
    yield at("valideur", `/devis approuver reference:${quote}`, int(3));
    if (chance(0.2)) {
      yield at("gestionnaire", `/devis corriger reference:${quote} lieu:Bordeaux, salle ${int(9)}`);
      yield at("gestionnaire", `/devis soumettre reference:${quote}`);
      yield at("valideur", `/devis approuver reference:${quote}`);
    }
    yield at("valideur", `/devis decision reference:${quote} decision:etude`);
    yield at("valideur", `/devis decision reference:${quote} decision:${chance(0.9) ? "accord" : "refus"}`, int(2));
    if (chance(0.05)) yield at("gestionnaire", `/devis annuler reference:${quote} motif:Désistement`);
    quotes.push(quote);
  }

  function* billed(source: string): Plot {
    const prepared = yield at("facturation", `/facture preparer ${source}`, int(3));
    const draft = referenceIn(prepared, /PF-\d{4}-\d+/);
    if (draft === undefined) return;
    if (chance(0.1)) yield at("facturation", `/facture emettre facture:${draft}`);
    const number = referenceIn(yield at("comptable", `/facture emettre facture:${draft}`), /FAC-\d{4}-\d+/);
    if (number === undefined) return;
    if (chance(0.8)) yield at("comptable", `/facture deposer facture:${number} reference:CPRO-${rank}`, int(2));
    if (chance(0.2)) {
      yield at("comptable", `/facture rejet facture:${number} motif:Engagement inconnu`, 2);
      yield at("comptable", `/facture deposer facture:${number} reference:CPRO-${rank}-2`);
    }
    if (chance(0.3)) yield at("comptable", `/facture reception facture:${number}`, int(5));
    if (chance(0.15)) {
      const credit = yield at("comptable", `/facture avoir facture:${number} motif:Erreur de saisie${chance(0.5) ? " lignes:1" : ""}`);
      const back = referenceIn(credit, /PF-\d{4}-\d+/);
      if (back !== undefined) yield at("facturation", `/facture emettre facture:${back}`);
      const again = referenceIn(yield at("facturation", `/facture preparer ${source}`), /PF-\d{4}-\d+/);
      if (again !== undefined) yield at("comptable", `/facture emettre facture:${again}`);
      return;
    }
    if (chance(0.4)) yield at("comptable", `/facture paiement facture:${number} montant:${1 + int(200)} reference:VIR-${rank}`, int(30));
    if (chance(0.1)) yield at("comptable", `/facture annuler-paiement facture:${number} motif:Autre client`);
    if (chance(0.7))
      yield at("comptable", `/facture paiement facture:${number} montant:${(1 + int(3)) * hours * 5} reference:VIR-${rank}-2`, int(20));
  }
}

export function* appointment({ random, today, rank }: Setting, trainee: string): Plot {
  const { pick, int, chance } = random;
  const on = workday(addDays(today, 1 + int(5)));
  const made = yield {
    on: today,
    person: "assistant",
    line: `/rdv proposer nature:${pick(["entretien d'orientation", "suivi"])} le:${formatDay(on)} heure:${9 + int(8)}h duree:45 min candidat:${trainee} formateur:${called(pick(["formateur", "gestionnaire", "coordinateur"]))} salle:Bureau ${1 + (rank % 2)}`,
  };
  const reference = referenceIn(made, /RDV-\d{4}-\d+/);
  if (reference === undefined) return;
  if (chance(0.6)) yield { on: today, person: "assistant", line: `/rdv confirmer reference:${reference}` };
  if (chance(0.2)) yield { on: today, person: "assistant", line: `/rdv deplacer reference:${reference} heure:${9 + int(8)}h` };
  const end = pick(["tenu", "absent", "excuser", "annuler"]);
  yield { on: addDays(on, 1), person: "coordinateur", line: `/rdv ${end} reference:${reference}` };
}

export function* incident({ random, today }: Setting): Plot {
  const { pick, chance } = random;
  const person = pick(["gestionnaire", "valideur", "assistant"] as const);
  const opened = yield {
    on: today,
    person,
    line: `/incident ouvrir message:${pick(["Erreur 403 : accès refusé", "Page blanche", "Session introuvable"])} pas:J'ouvre Devis, je clique sur Modifier moment:il y a 10 minutes navigateur:Chrome 131 identifiant:LMARCHAND01`,
  };
  const reference = referenceIn(opened, /INC-\d{4}-\d+/);
  if (reference === undefined) return;
  for (const [verb, odds] of [
    ["completer symptome:erreur 403, accès refusé", 0.5],
    ["envoye moment:il y a 5 minutes", 0.7],
    ["reponse texte:Le droit manquait.", 0.6],
    ["resolu solution:Droit ajouté par le RGC", 0.8],
    ["rouvrir motif:L'erreur est revenue", 0.2],
    ["abandonner motif:Signalé deux fois", 0.3],
  ] as const) {
    const [name, ...rest] = verb.split(" ");
    if (chance(odds)) yield { on: today, person, line: `/incident ${name} incident:${reference} ${rest.join(" ")}` };
  }
}

export function referenceIn(answer: Answer, pattern: RegExp): string | undefined {
  return answer.outcome === "done" ? pattern.exec(JSON.stringify(answer.reply))?.[0] : undefined;
}

function workday(on: IsoDate): IsoDate {
  return weekdayOf(on) > 5 ? workday(addDays(on, 1)) : on;
}

function workdays(first: IsoDate, count: number): readonly IsoDate[] {
  const days = [first];
  while (days.length < count) days.push(workday(addDays(days.at(-1) ?? first, 1)));
  return days;
}
