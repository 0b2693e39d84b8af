import { formatDay, fullName, type IsoDate, type Provider, type ReportDocument, type ReportSection, type Trainee } from "@kairos/core";
import { zoneOf } from "../zone.js";
import { type Kind, type Said, saidOf } from "./person-fields.js";
import { personKinds } from "./person-words.js";

/** What is kept of somebody, in their words. What is of use to machines alone is in the JSON beside it. */
export function personReport({
  trainee,
  provider,
  kept,
  today,
}: {
  readonly trainee: Trainee;
  readonly provider: Provider;
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly today: IsoDate;
}): ReportDocument {
  const things: Readonly<Record<string, readonly unknown[]>> = { trainee: [trainee], ...kept };
  return {
    kind: "report",
    name: `donnees-${trainee.id}`,
    title: `Ce que l'organisme garde de ${fullName(trainee)}`,
    genre: "Droit d'accès",
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: [],
    sections: [
      {
        heading: "Comment lire ce document",
        paragraphs: [
          `Il dit tout ce que ${provider.name} garde de vous dans Kairos le ${formatDay(today)}. Le fichier « donnees.json » remis avec lui contient les mêmes données, complètes, pour un ordinateur.`,
          "Les feuilles d'émargement et les factures nomment d'autres personnes : elles ne figurent ici que par leur référence.",
          "Si quelque chose est faux, demandez à l'organisme de le corriger.",
        ],
      },
      ...Object.entries(personKinds).flatMap(([table, kind]) => sectionsOf(kind, things[table] ?? [], zoneOf(provider))),
    ],
    signatures: [],
  };
}

function sectionsOf(kind: Kind, things: readonly unknown[], zone: string): readonly ReportSection[] {
  if (things.length === 0) return [];
  const said = things.map((thing) => saidOf(bare(thing), kind.fields, zone));
  return kind.layout === "rows" ? [rowsOf(kind, said)] : said.map((one, index) => sheetOf(kind, one, bare(things[index])));
}

function sheetOf({ label, name }: Kind, said: readonly Said[], thing: Readonly<Record<string, unknown>>): ReportSection {
  return {
    heading: name === undefined ? label.fr : `${label.fr} · ${thing[name]}`,
    table: { columns: [{ title: "Quoi" }, { title: "Ce qui est gardé", share: 2 }], rows: said.map((one) => [one.label, one.value]) },
  };
}

/** A column for each field that any of them says. */
function rowsOf({ label, fields }: Kind, things: readonly (readonly Said[])[]): ReportSection {
  const told = new Map(things.flat().map((said) => [said.path, said.label]));
  const order = Object.keys(fields);
  const columns = [...told].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    heading: `${label.fr} (${things.length})`,
    table: {
      columns: columns.map(([, title]) => ({ title })),
      rows: things.map((said) => columns.map(([path]) => said.find((one) => one.path === path)?.value ?? "")),
    },
  };
}

/** A thing without the columns it is kept under. */
function bare(thing: unknown): Readonly<Record<string, unknown>> {
  const { data, quote, ...row } = thing as Readonly<Record<string, unknown>>;
  return { ...row, ...(data as object | undefined), ...(typeof quote === "object" ? quote : quote === undefined ? {} : { quote }) };
}
