import { readdirSync } from "node:fs";
import { catalogue, counted, formatDay, type ProblemCode, rowOf, type Source, sources } from "@kairos/core";
import { expect, it } from "vitest";

/** What each family is about, for who directs a training provider, and the pages that print its rules. */
const families: Readonly<Record<keyof typeof catalogue, readonly [about: string, ...pages: string[]]>> = {
  input: ["une saisie qui ne se lit pas", "input"],
  identifiers: ["un identifiant faux : SIRET, NDA, IBAN, numéro France Travail", "identifiers"],
  membership: ["l'organisme et son adhésion au portail", "membership"],
  access: ["les habilitations et leur revue", "access", "access-matrix"],
  sessions: ["les formations, les sessions, leurs horaires, les salles et les formateurs", "sessions"],
  listing: ["une session que le portail ne montre pas", "listing"],
  appointments: ["les rendez-vous", "appointments"],
  imports: ["un fichier reçu : LHEO, CSV", "imports"],
  attendance: ["l'assiduité, demi-journée par demi-journée", "attendance"],
  signing: ["l'émargement", "signing"],
  statements: [
    "les états mensuels, les mouvements à déclarer, les certificats",
    "attendance-months",
    "attendance-movements",
    "certificates",
  ],
  reconciliation: ["ce qui est prévu, saisi, signé, déclaré et facturé", "reconciliation"],
  quotes: ["le devis : AIF, POEI", "quotes"],
  agreements: ["les conventions et les bons de commande", "agreements"],
  invoices: ["la facture", "invoices"],
  payments: ["les paiements et les retards", "payments"],
  einvoices: ["la facture électronique", "einvoices"],
  incidents: ["le dossier pour le support", "incidents", "incidents-triage"],
  audit: ["le journal", "audit"],
  privacy: ["l'effacement d'une personne", "privacy"],
};

const kinds: Readonly<Record<Source["kind"], string>> = {
  law: "Lois, décrets et normes",
  agency: "France Travail, CNIL, INSEE et autres organismes",
  practice: "Usages",
};
const confidences: Readonly<Record<Source["confidence"], string>> = {
  official: "le texte lui-même",
  secondary: "un compte rendu du texte",
  unsure: "à confirmer : ne bloque jamais d'office",
};

it("every family of rules, its pages and every source stand on one page", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/rules/README.md");
});

it("every page of rules is reached from it", () => {
  const printed = readdirSync(new URL("../../docs/rules/", import.meta.url)).filter((file) => file !== "README.md");
  const reached = Object.values(families).flatMap(([, ...pages]) => pages.map((name) => `${name}.md`));
  expect(reached.sort()).toEqual(printed.sort());
});

function page(): string {
  const codes = Object.values(catalogue).flatMap((table) => Object.keys(table)) as ProblemCode[];
  const blocking = codes.filter((code) => rowOf(code).severity === "error").length;
  return [
    "# Les règles de Kairos",
    "",
    "Pour la direction d'un organisme de formation. *Page écrite par les tests : ne pas la modifier à la main.*",
    "",
    `${counted(codes.length, "contrôle")}, dont ${blocking} qui bloquent : ce qui porte une erreur ne part pas. Chacun dit ce qui ne va pas, pourquoi cela compte et comment le`,
    "corriger, et s'appuie sur une source. Ce que les textes laissent inconnu est un réglage de l'organisme, ou n'est pas contrôlé.",
    "",
    "| Ce qui est contrôlé | Contrôles | Bloquants | À lire |",
    "| --- | --: | --: | --- |",
    ...Object.entries(families).map(([family, [about, ...pages]]) => {
      const own = Object.values(catalogue[family as keyof typeof catalogue]) as readonly { readonly severity: string }[];
      const stopping = own.filter(({ severity }) => severity === "error").length;
      return `| ${about} | ${own.length} | ${stopping} | ${pages.map((name) => `[${name}](${name}.md)`).join(", ")} |`;
    }),
    "",
    "## Les sources",
    "",
    "« Contrôles » : combien s'appuient sur elle. Un texte change : la date est celle où quelqu'un l'a relu.",
    ...Object.entries(kinds).flatMap(([kind, title]) => ["", `### ${title}`, "", ...tableOf(kind as Source["kind"], codes)]),
    "",
  ].join("\n");
}

function tableOf(kind: Source["kind"], codes: readonly ProblemCode[]): readonly string[] {
  const rows = Object.entries(sources)
    .filter(([, source]) => source.kind === kind)
    .map(([id, { title, url, checkedOn, confidence }]) => {
      const relying = codes.filter((code) => rowOf(code).source === id).length;
      return `| ${url === undefined ? title : `[${title}](${url})`} | ${relying} | ${confidences[confidence]} | ${formatDay(checkedOn)} |`;
    });
  return ["| Source | Contrôles | Ce qui a été lu | Relu le |", "| --- | --: | --- | --- |", ...rows];
}
