import {
  certificationSchema,
  checkProvider,
  type IsoDate,
  type Provider,
  parse,
  providerSchema,
  quoteSchema,
  sessionSchema,
  traineeSchema,
} from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { numberOf } from "../number.js";
import { problemsOf } from "../problems.js";
import { providerOf } from "../provider.js";
import { faultsIn } from "../seeded.js";
import { letterForDigit, oneLess, oneTwice, oneWrong } from "../slips.js";
import type { FaultsOf } from "./index.js";

/** A record as it is filled in: each of its fields may be mistyped. */
type Form<Field extends string> = Readonly<Record<string, unknown>> & { readonly [F in Field]: string };

const filled = <Field extends string>(record: object, fields: Readonly<Record<Field, string>>): Form<Field> => ({ ...record, ...fields });

/** The provider's record, with the bank account and the VAT number that invoices need. */
const inProvider = faultsIn(
  (dossier) => {
    const provider = providerOf(dossier);
    const siren = provider?.siren;
    if (provider === undefined || siren === undefined || provider.activityNumber === undefined) return undefined;
    const { siret, activityNumber } = provider;
    const vatNumber = `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0")}${siren}`;
    const bank = { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" };
    return { form: { ...filled(provider, { siret, siren, activityNumber, vatNumber }), bank }, today: dossier.situation.today };
  },
  ({
    form,
    today,
  }: {
    form: Form<"siret" | "siren" | "activityNumber" | "vatNumber"> & { bank: { iban: string; bic: string } };
    today: IsoDate;
  }) => {
    const read = parse(providerSchema, form);
    return read.ok ? checkProvider({ provider: read.value as Provider, today }) : read.problems;
  },
);
const provider = (field: "siret" | "siren" | "activityNumber" | "vatNumber", slip: (value: string, random: Random) => string) =>
  inProvider(({ form, today }, random) => ({ form: { ...form, [field]: slip(form[field], random) }, today }));
const bank = (field: "iban" | "bic", slip: (value: string, random: Random) => string) =>
  inProvider(({ form, today }, random) => ({ form: { ...form, bank: { ...form.bank, [field]: slip(form.bank[field], random) } }, today }));

const inSession = faultsIn(
  ({ situation: { session } }) =>
    session?.formacode === undefined
      ? undefined
      : filled(session, { certification: session.certification ?? certificationSchema.parse("RNCP34862"), formacode: session.formacode }),
  (form) => problemsOf(parse(sessionSchema, form)),
);
const session = (field: "certification" | "formacode", slip: (value: string, random: Random) => string) =>
  inSession((form, random) => ({ ...form, [field]: slip(form[field], random) }));

const inTrainee = faultsIn(
  (dossier) => {
    const { trainee } = dossier.situation;
    const id = `T-${numberOf(dossier)}`;
    return trainee?.franceTravailId === undefined ? undefined : filled({ ...trainee, id }, { franceTravailId: trainee.franceTravailId });
  },
  (form) => problemsOf(parse(traineeSchema, form)),
);

const inQuote = faultsIn(
  ({ situation: { quote } }) => ({ ...quote }),
  (form) => problemsOf(parse(quoteSchema, form)),
);

export const identifierFaults: FaultsOf<"identifiers"> = {
  "id.siren-format": provider("siren", (siren, random) => random.pick([oneLess, oneTwice, letterForDigit])(siren, random)),
  "id.siren-checksum": provider("siren", oneWrong),
  "id.siret-format": provider("siret", (siret, random) => random.pick([oneLess, oneTwice, letterForDigit])(siret, random)),
  "id.siret-checksum": provider("siret", oneWrong),
  "id.nda-format": provider("activityNumber", (number, random) => random.pick([oneLess, oneTwice, letterForDigit])(number, random)),
  "id.nda-layout": provider("activityNumber", (number, random) =>
    random.chance(0.5) ? `${random.pick(["05", "12", "57", "60", "99"])}${number.slice(2)}` : `${number.slice(0, 2)}00${number.slice(4)}`,
  ),
  "id.rncp-format": session("certification", (code, random) =>
    random.pick([`${code}A`, `RNCP${9_000_000 + random.int(999_999)}`, `RNCP N°${code.slice(4)}`]),
  ),
  "id.rs-format": session("certification", (code, random) =>
    random.pick([code.slice(4), `RS${code.slice(4)}B`, "CACES R489", "TOSA", `R${code.slice(4)}`]),
  ),
  "id.formacode-format": session("formacode", (code, random) => random.pick([oneLess, oneTwice, letterForDigit])(code, random)),
  "id.iban": bank("iban", (iban, random) => random.pick([oneWrong, oneLess, oneTwice])(iban, random)),
  "id.bic": bank("bic", (bic, random) => random.pick([oneLess, oneTwice])(bic, random)),
  "id.vat-number": provider("vatNumber", (number, random) =>
    random.pick([(text: string) => oneWrong(text, random, 4), (text: string) => oneLess(text, random), (text: string) => text.slice(2)])(
      number,
    ),
  ),
  "id.ft-id-format": inTrainee((form, random) => ({
    ...form,
    franceTravailId: random.pick([oneLess, oneTwice, letterForDigit, firstDigits])(form.franceTravailId, random),
  })),
  "id.nir-detected": inQuote((form, random) => {
    const nir = aNir(random);
    const said = random.pick([
      `N° de sécurité sociale : ${nir}`,
      `Candidat ${nir.replaceAll(" ", "")}, à rappeler`,
      `SS ${nir.slice(0, -3)}`,
    ]);
    return { ...form, [random.pick(["notes", "place", "hoursReason"])]: said };
  }),
};

/** Cut where the cell of the table it comes from ended. */
function firstDigits(id: string, random: Random): string {
  return id.slice(0, 1 + random.int(id.length - 4));
}

/** A number of nobody, built as they all are: sex, year, month, department, town, rank, and the key. */
function aNir(random: Random): string {
  const two = (least: number, most: number) => String(least + random.int(most - least + 1)).padStart(2, "0");
  const groups = [random.pick(["1", "2"]), two(0, 99), two(1, 12), two(21, 89), `9${two(0, 99)}`, `9${two(0, 99)}`];
  return [...groups, String(97 - (Number(groups.join("")) % 97)).padStart(2, "0")].join(" ");
}
