import { addDays, type ElectronicInvoice } from "@kairos/core";
import { trainingExemption } from "../../../examples/electronic-invoice.js";
import { inDeposit, inElectronic, inElectronicLine, inParty, inVat } from "./planting.js";

const sums = ["linesCents", "netCents", "vatCents", "grossCents", "dueCents"] as const;
const mandatory = ["PMT", "PMD", "AAB"];
const note = (subject: string, text: string) => ({ subject, text }) as ElectronicInvoice["notes"][number];

/** What the file of an invoice says wrong before it leaves. */
export const writingFaults = {
  "einvoice.number-format": inElectronic(({ number }, random) => ({
    number: random.pick([number.replaceAll("-", " "), `${number}-${number}`, `n°${number}`, `${number}é`]),
  })),
  "einvoice.process": inElectronic((_invoice, random) => ({ process: random.pick(["A1", "A2", "S5", "s1", ""]) })),
  "einvoice.deposit-process": inDeposit(({ totals }, random) => {
    const prepaidCents = random.int(totals.grossCents);
    return { process: "S4", totals: { ...totals, prepaidCents, dueCents: totals.grossCents - prepaidCents } };
  }),
  "einvoice.code": inElectronic(({ lines, payment }, random) =>
    random.pick<object>([
      { lines: lines.map((line) => ({ ...line, unit: random.pick(["KMT", "heure", "MIN"]) })) },
      { payment: { ...payment, means: random.pick(["10", "42", "virement"]) } },
      { type: random.pick(["325", "389", "FAC"]) },
    ]),
  ),
  "einvoice.currency": inElectronic((_invoice, random) => ({ currency: random.pick(["CHF", "USD", "XPF", "€"]) })),
  "einvoice.note-missing": inElectronic(({ notes }, random) => {
    const lost = random.pick(mandatory);
    return { notes: notes.filter(({ subject }) => subject !== lost) };
  }),
  "einvoice.note-repeated": inElectronic(({ notes }, random) => ({ notes: [...notes, note(random.pick(mandatory), "Voir ci-dessus.")] })),
  "einvoice.note-treatment": inElectronic(({ notes }, random) => ({
    notes: [...notes, note("BAR", random.pick(["B2G", "b2b", "Entre entreprises"]))],
  })),
  "einvoice.preceding": inElectronic(({ number, issuedOn }, random) =>
    random.chance(0.5)
      ? { type: "381", preceding: [] }
      : { preceding: Array.from({ length: 2 + random.int(3) }, (_, index) => ({ number: `${number}${index}`, issuedOn })) },
  ),
  "einvoice.day": inElectronic(({ issuedOn }, random) =>
    random.pick<object>([
      { deliveredOn: "2026-02-30" },
      { deliveredOn: issuedOn.replace("20", "19") },
      { issuedOn: issuedOn.split("-").reverse().join("-") },
    ]),
  ),
  "einvoice.days-order": inElectronic(({ issuedOn, period }, random) =>
    random.chance(0.5)
      ? { dueOn: addDays(issuedOn, -1 - random.int(30)) }
      : { period: period && { ...period, endsOn: addDays(period.startsOn, -1 - random.int(30)) } },
  ),
  "einvoice.due-missing": inElectronic(() => ({ dueOn: undefined, terms: undefined })),
  "einvoice.siren": inParty(({ siren = "" }, random) => ({
    siren: random.pick([siren.slice(1), `${siren}0`, siren.replace(/^(...)(...)/, "$1 $2 ")]),
  })),
  "einvoice.siret": inParty((_party, random) => ({ siret: random.pick(["73282932000074", "7328293200007", "732 829 320 00074"]) })),
  "einvoice.siret-missing": inParty(() => ({ siret: undefined })),
  "einvoice.service-code": inElectronic(({ buyer }, random) => ({
    buyer: { ...buyer, serviceCode: random.pick(["SERVICE É/12", "DR NAQ 042", "Agence n°3"]) },
  })),
  "einvoice.electronic-address-missing": inParty(() => ({ electronicAddress: undefined })),
  "einvoice.electronic-address": inParty((_party, random) => ({
    electronicAddress: random.pick(["compta@example.org", "999 000 144", "9".repeat(126)]),
  })),
  "einvoice.electronic-address-other": inElectronic(({ notes, buyer }, random) => ({
    notes: [...notes, note("BAR", "B2B")],
    buyer: { ...buyer, electronicAddress: random.pick(["552100554", "732829320_COMPTA", "compta"]) },
  })),
  "einvoice.vat-number": inParty(({ siren = "" }, random) => ({ vatNumber: random.pick([`44${siren}`, siren, `fr44${siren}`]) })),
  "einvoice.country": inParty(({ address }, random) => ({ address: { ...address, country: random.pick(["France", "fr", "FRA", ""]) } })),
  "einvoice.iban": inElectronic(({ payment }, random) => {
    const iban = payment?.iban ?? "";
    const place = 4 + random.int(iban.length - 4);
    const other = (Number(iban[place]) + 1 + random.int(8)) % 10;
    return { payment: { ...payment, iban: `${iban.slice(0, place)}${other}${iban.slice(place + 1)}` } };
  }),
  "einvoice.text-unfit": inElectronicLine(({ name }, random) => ({
    name: random.pick([`${name}\u0000`, ` ${name}`, "", `${name}\ufffe`]),
  })),
  "einvoice.text-too-long": inParty(({ name }, random) => ({
    name: `${name} `
      .repeat(100)
      .slice(0, 100 + random.int(60))
      .trim()
      .padEnd(100, "x"),
  })),
  "einvoice.address-lines": inParty(({ address }, random) => ({
    address: { ...address, lines: ["Bâtiment B", "Escalier 3", "Quai 4", "ZI Nord", "BP 12"].slice(0, 4 + random.int(2)) },
  })),
  "einvoice.amount": inElectronic(({ lines, totals }, random) =>
    random.pick<object>([
      { lines: lines.map((line) => ({ ...line, quantityTenThousandths: -line.quantityTenThousandths })) },
      { lines: lines.map((line) => ({ ...line, netCents: line.netCents + 0.5 })) },
      { totals: { ...totals, dueCents: -1 - random.int(100_00) } },
    ]),
  ),
  "einvoice.line-missing": inElectronic(({ notes }, random) => ({
    lines: [],
    notes: [...notes, note("AAI", `Détail des ${1 + random.int(900)} heures joint.`)],
  })),
  "einvoice.vat-rate": inElectronicLine(({ category }, random) =>
    category === "E" ? { rate: random.pick([550, 2000]) } : { rate: random.pick([0, 1234, 2_100]) },
  ),
  "einvoice.exemption-reason": inVat(({ category }) => ({ exemption: category === "E" ? undefined : trainingExemption })),
  "einvoice.already-paid": inElectronic(({ totals }, random) => ({
    process: "S2",
    totals: random.chance(0.5) ? totals : { ...totals, prepaidCents: totals.grossCents - 1, dueCents: 1 },
  })),
  "einvoice.line-amount": inElectronicLine(({ netCents }, random) => ({ netCents: netCents + 2_00 + random.int(500_00) })),
  "einvoice.total-mismatch": inElectronic(({ totals }, random) => {
    const name = random.pick(sums);
    return { totals: { ...totals, [name]: totals[name] + 1 + random.int(100) } };
  }),
  "einvoice.vat-group": inElectronic(({ vat }, random) => ({ vat: random.chance(0.5) ? [...vat, ...vat] : [] })),
  "einvoice.vat-taxable": inVat(({ taxableCents }, random) => ({ taxableCents: taxableCents + 1 + random.int(100) })),
  "einvoice.vat-amount": inVat(({ taxCents }, random) => ({ taxCents: taxCents + 1 + random.int(100) })),
};
