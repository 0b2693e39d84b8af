import { formatDay, type Half, halves, type IsoDate, type Provider, type ReportDocument, type ReportSection } from "@kairos/core";
import { zoneOf } from "../zone.js";
import { type Fields, type Kind, type Said, saidOf, type Thing } from "./person-fields.js";

/** What is kept of somebody, in their words. What is of use to machines alone is in the JSON beside it. */
export function personReport({
  subject,
  reference,
  provider,
  kinds,
  kept,
  today,
}: {
  /** As they are called. */
  readonly subject: string;
  readonly reference: string;
  readonly provider: Provider;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly today: IsoDate;
}): ReportDocument {
  return {
    kind: "report",
    name: `donnees-${reference}`,
    title: `Ce que l'organisme garde de ${subject}`,
    genre: "Droit d'accès",
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: [],
    sections: [
      {
        heading: "Comment lire ce document",
        paragraphs: [
          `Il dit tout ce que ${provider.name} garde de vous dans Kairos le ${formatDay(today)}. Le fichier « donnees.json » remis avec lui contient les mêmes données, complètes, pour un ordinateur.`,
          "Ce qui nomme aussi d'autres personnes (feuilles d'émargement, factures, bons de commande, revues des habilitations) n'y figure que par sa référence, ou pas du tout.",
          "Si quelque chose est faux, demandez à l'organisme de le corriger.",
        ],
      },
      ...Object.entries(kinds).flatMap(([table, kind]) => sectionsOf(kind, kept[table] ?? [], zoneOf(provider))),
    ],
    signatures: [],
  };
}

function sectionsOf(kind: Kind, kept: readonly unknown[], zone: string): readonly ReportSection[] {
  const { name, fields } = kind;
  const things = kept.map(bare);
  const saidBy = (thing: Thing) => saidOf(thing, fields, zone);
  if (kind.layout === "sheets") return things.map((thing) => sheetOf(headingOf(kind, thing), saidBy(thing)));
  const groups = new Map<unknown, Thing[]>();
  for (const thing of things) {
    const shared = name === undefined ? undefined : thing[name];
    groups.set(shared, [...(groups.get(shared) ?? []), thing]);
  }
  return [...groups.values()].map((group) => {
    const heading = `${headingOf(kind, group[0] ?? {})} (${group.length})`;
    return rowsOf(heading, fields, [...group].sort(byHalfDay).map(saidBy));
  });
}

const headingOf = ({ label, name }: Kind, thing: Thing): string => (name === undefined ? label.fr : `${label.fr} · ${thing[name]}`);

/** What is not of a half-day stays in its order. */
function byHalfDay(one: Thing, other: Thing): number {
  const [a, b] = [one, other].map(({ day = "", half }) => `${day} ${halves.indexOf(half as Half)}`);
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

function sheetOf(heading: string, said: readonly Said[]): ReportSection {
  const rows = said.map(({ label, value }) => [label, value]);
  return { heading, table: { columns: [{ title: "Quoi" }, { title: "Ce qui est gardé", share: 2 }], rows } };
}

/** A column for each field that any of them says. */
function rowsOf(heading: string, fields: Fields, things: readonly (readonly Said[])[]): ReportSection {
  const told = new Map(things.flat().map((said) => [said.path, said.label]));
  const order = Object.keys(fields);
  const columns = [...told].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    heading,
    table: {
      columns: columns.map(([, title]) => ({ title })),
      rows: things.map((said) => columns.map(([path]) => said.find((one) => one.path === path)?.value ?? "")),
    },
  };
}

/** A thing without the columns it is kept under. */
function bare(thing: unknown): Thing {
  const { data, quote, ...row } = thing as Thing;
  return { ...row, ...(data as object | undefined), ...(typeof quote === "object" ? quote : quote === undefined ? {} : { quote }) };
}
