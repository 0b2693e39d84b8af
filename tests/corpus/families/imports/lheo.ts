import { type Element, element, lheoOf, readFormation } from "@kairos/core";
import { edited } from "../../../core/sessions/import-examples.js";
import type { Random } from "../../../trust/random.js";
import { problemsOf } from "../../problems.js";
import { faultsIn } from "../../seeded.js";
import { trainingOf } from "../../training.js";
import type { FaultsOf } from "../index.js";

/** The session of a dossier as LHEO writes it; what accompanies hours at a distance is not of LHEO, and would be missed. */
const inFormation = faultsIn(
  (dossier) => {
    const training = trainingOf(dossier);
    if (training === undefined || training.session.hours.distanceMinutes > 0) return undefined;
    const { provider, course, session, today } = training;
    const written = lheoOf(provider, new Map([[course.reference, course]]), [session]);
    const formation = written.ok ? written.value.root.children[0]?.children[0] : undefined;
    return formation && { formation, today, taxed: provider.vatRegime === "taxed" };
  },
  ({ formation, ...reading }) => readFormation(formation, 1, { version: "2.3", ...reading }).flatMap(({ problems }) => problems),
);

/** A mistake in the elements of one name; nothing where the formation has none of it. */
const inElements = (names: readonly string[], change: (one: Element, random: Random) => Element | undefined) =>
  inFormation((judged, random) => {
    const present = names.filter((one) => holds(judged.formation, one));
    if (present.length === 0) return undefined;
    const name = random.pick(present);
    const formation = edited(judged.formation, name, (one) => change(one, random));
    return formation && { ...judged, formation };
  });

const says =
  (...texts: readonly string[]) =>
  (one: Element, random: Random) => ({ ...one, text: random.pick(texts) });
/** Written from what was right. */
const miswritten = (write: (text: string, random: Random) => string) => (one: Element, random: Random) => ({
  ...one,
  text: write(one.text, random),
});
const many = (count: number, each: (index: number) => Element) => Array.from({ length: count }, (_, index) => each(index));
/** Children more, after the last of their name, else where the model has them. */
const withMore =
  (after: string, more: (random: Random) => readonly Element[]) =>
  (one: Element, random: Random): Element => {
    const last = one.children.findLastIndex(({ name }) => name === after);
    return { ...one, children: [...one.children.slice(0, last + 1), ...more(random), ...one.children.slice(last + 1)] };
  };
const without = (names: readonly string[]) => (one: Element) => ({
  ...one,
  children: one.children.filter(({ name }) => !names.includes(name)),
});

const certification = (code: number) => element("certification", [element("code-RNCP", `RNCP${code}`)]);
const hoursElements = ["nombre-heures-centre", "nombre-heures-entreprise", "nombre-heures-total"];

export const lheoFaults: Pick<
  FaultsOf<"imports">,
  Exclude<Extract<keyof FaultsOf<"imports">, `lheo.${string}`>, "lheo.not-lheo" | "lheo.version-unknown">
> = {
  "lheo.element-missing": inElements(
    [
      "intitule-formation",
      "objectif-formation",
      "certifiante",
      "modalites-enseignement",
      "periode",
      "fin",
      "SIRET",
      "action",
      "nom-organisme",
    ],
    () => undefined,
  ),
  "lheo.element-repeated": inFormation((judged, random) => {
    const repeat = random.pick([
      ["domaine-formation", withMore("code-FORMACODE", (r) => many(6 + r.int(9), (index) => element("code-ROME", `N110${index % 10}`)))],
      ["formation", withMore("code-niveau-entree", (r) => many(6 + r.int(9), (index) => certification(30_000 + index)))],
      ["action", withMore("code-public-vise", (r) => many(10 + r.int(9), () => element("code-public-vise", "80056", { ref: "V14" })))],
      ["periode", withMore("debut", () => [element("debut", "20261208")])],
    ] as const);
    const formation = edited(judged.formation, repeat[0], (one) => repeat[1](one, random));
    return formation && { ...judged, formation };
  }),
  "lheo.element-unknown": inElements(["formation", "action", "session", "periode", "coordonnees"], (one, random) => ({
    ...one,
    children: [...one.children, element(random.pick(["couleur", "prix-solde", "nom-formateur", "heures"]), String(random.int(1000)))],
  })),
  "lheo.element-misplaced": inElements(["formation", "action", "session", "periode"], (one, random) => {
    if (one.children.length === 2) return { ...one, children: [...one.children].reverse() };
    const [first, ...rest] = one.children;
    const at = 1 + random.int(rest.length);
    return first && { ...one, children: [...rest.slice(0, at), first, ...rest.slice(at)] };
  }),
  "lheo.attribute-missing": inElements(["code-public-vise", "code-FORMACODE"], (one) => ({ ...one, attributes: new Map() })),
  "lheo.text-length": inElements(["intitule-formation", "contenu-formation", "SIRET", "codepostal", "code-FORMACODE"], (one, random) => {
    const isCode = /^\d+$/.test(one.text);
    return { ...one, text: isCode ? one.text.slice(1 + random.int(3)) : "Contenu ".repeat(400 + random.int(200)) };
  }),
  "lheo.code-unknown": inElements(
    ["modalites-enseignement", "code-niveau-entree", "certifiante", "parcours-de-formation", "modalites-entrees-sorties"],
    says("9", "10", "oui", "présentiel", "BAC"),
  ),
  "lheo.not-a-number": inElements(
    hoursElements,
    miswritten((text, random) => random.pick([`${text}h`, `${text},5`, `-${text}`, `${text} h 30`, "à définir"])),
  ),
  "lheo.not-an-amount": inElements(
    ["prix-total-TTC"],
    miswritten((text, random) => random.pick([`1.${100 + random.int(900)}`, "gratuit", "sur devis", text.replace(".", "..")])),
  ),
  "lheo.not-a-day": inElements(
    ["debut", "fin"],
    miswritten((text, random) => {
      const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
      return random.pick([`${year}-${month}-${day}`, `${day}/${month}/${year}`, `${year}${month}3${2 + random.int(8)}`, `${year}13${day}`]);
    }),
  ),
  "lheo.day-unknown": inElements(
    ["debut", "fin"],
    miswritten((text, random) => random.pick([`${text.slice(0, 6)}00`, `${text.slice(0, 4)}0000`, "00000000"])),
  ),
  "lheo.reference-missing": inElements(["session"], (one) => ({ ...without(["extras"])(one), attributes: new Map() })),
  "lheo.course-unnumbered": inElements(["formation"], (one, random) => ({
    ...one,
    attributes: random.chance(0.5) ? new Map() : new Map([["numero", " "]]),
  })),
  "lheo.only-first-kept": inElements(["formation", "action"], (one, random) => {
    if (one.name === "formation") {
      return withMore("code-niveau-entree", (r) => many(2 + r.int(3), (index) => certification(30_000 + r.int(9000) + index)))(one, random);
    }
    const [place] = one.children.filter(({ name }) => name === "lieu-de-formation");
    return place && withMore("lieu-de-formation", (r) => many(1 + r.int(3), () => place))(one, random);
  }),
  "lheo.hours-not-split": inElements(["action"], (one) =>
    edited(without(["nombre-heures-centre", "nombre-heures-entreprise"])(one), "modalites-enseignement", (mode) => ({
      ...mode,
      text: "1",
    })),
  ),
  "lheo.price-with-tax": inFormation((judged) =>
    holds(judged.formation, "prix-total-TTC") && !judged.taxed ? { ...judged, taxed: true } : undefined,
  ),
  "lheo.provider-incomplete": faultsIn(trainingOf, ({ provider, course, session }) =>
    problemsOf(lheoOf(provider, new Map([[course.reference, course]]), [session])),
  )((training, random) => {
    const { provider } = training;
    const { address } = provider;
    if (address === undefined) return undefined;
    const incomplete = [
      { activityNumber: undefined },
      { address: undefined },
      { address: { ...address, postalCode: address.postalCode.slice(0, 4) } },
      { address: { ...address, postalCode: `F-${address.postalCode}` } },
    ];
    return { ...training, provider: { ...provider, ...random.pick(incomplete) } };
  }),
};

function holds(one: Element, name: string): boolean {
  return one.name === name || one.children.some((child) => holds(child, name));
}
