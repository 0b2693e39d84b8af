import {
  type CheckedItemKind,
  channelOf,
  checkChannel,
  checkedItemLabels,
  checkInvoice,
  enclosuresOf,
  followInvoice,
  type InvoiceSituation,
  longestFileName,
  type Packed,
  packageNames,
  prepareChecklist,
  prepareChecklistReport,
  prepareInvoiceDocument,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSignIn } from "../../examples/attendance.js";
import {
  aCustomer,
  anInvoice,
  anInvoiceLine,
  anInvoiceSituation,
  anIssuedInvoice,
  anOrder,
  forkliftSchedule,
} from "../../examples/invoice.js";
import { aProvider } from "../../examples/provider.js";

const bank = { iban: "FR7630006000011234567890189" };
const withSettings = (invoices: object) => aProvider({ bank, settings: { invoices } });
const codes = (overrides: Partial<InvoiceSituation>) => checkChannel(anInvoiceSituation(overrides)).map(({ code }) => code);

describe("what the channel asks", () => {
  it("is found nowhere in a sound invoice, and is part of what judges every invoice", () => {
    expect(codes({})).toEqual([]);
    const lost = anInvoiceSituation({ customer: undefined });
    expect(checkInvoice(lost).map(({ code }) => code)).toContain("chorus.recipient-siret");
  });

  it("of Chorus Pro is not asked by another channel", () => {
    const provider = withSettings({ channels: { afc: "other" }, serviceCodeRequired: true });
    expect(codes({ provider, customer: undefined })).toEqual([]);
    expect(codes({ provider, invoice: anInvoice({ order: undefined }), order: undefined })).toEqual([]);
    expect(codes({ provider, customer: aCustomer({ isPublic: false }) })).toEqual([]);
    expect(codes({ provider, invoice: anIssuedInvoice(), proof: { ...anInvoiceSituation().proof, signIns: [] } })).toEqual([]);
  });

  it("is the channel of its scheme", () => {
    const provider = withSettings({ channels: { aif: "other" } });
    expect((["afc", "aif", "poei"] as const).map((scheme) => channelOf({ scheme }, provider))).toEqual(["chorus", "other", "chorus"]);
  });

  it.each<[string, Partial<InvoiceSituation>]>([
    ["of the invoice", { invoice: anInvoice({ serviceCode: "SRV-7" }) }],
    ["of the customer", { customer: aCustomer({ serviceCode: "SRV-7" }) }],
  ])("takes the service code %s", (_, known) => {
    expect(codes({ provider: withSettings({ serviceCodeRequired: true }), ...known })).toEqual([]);
  });

  it.each<[string, Partial<InvoiceSituation>]>([
    ["of the invoice", { invoice: anInvoice({ order: undefined, engagement: "45" }), order: undefined }],
    ["of the order", { order: anOrder({ engagement: "45" }) }],
    ["that is the order's own number", { order: anOrder({ engagement: undefined }) }],
    ["or none, where the settings say so", { provider: withSettings({ engagementRequired: false }), order: undefined }],
  ])("takes the commitment %s", (_, known) => {
    expect(codes(known)).toEqual([]);
  });

  it("asks for what proves the invoice once it can be deposited", () => {
    const proof = { ...anInvoiceSituation().proof, signIns: [] };
    expect([codes({ proof }), codes({ proof, invoice: anIssuedInvoice() })]).toEqual([[], ["chorus.attachment-missing"]]);
    const months = anInvoiceSituation().proof.months.map((month) => ({ ...month, status: "reopened" as const }));
    const [problem] = checkChannel(anInvoiceSituation({ invoice: anIssuedInvoice(), proof: { ...anInvoiceSituation().proof, months } }));
    expect(problem?.params).toEqual({ openMonths: ["2026-12"], unsigned: 0 });
  });

  it("asks for an IBAN only where something is to be paid", () => {
    const provider = aProvider();
    expect(codes({ provider, invoice: anInvoice({ alreadyPaid: { on: "2026-12-01" } }) })).toEqual([]);
    const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Heures en trop" };
    expect(codes({ provider, invoice: anInvoice({ kind: "credit-note", credits }) })).toEqual([]);
    expect(codes({ provider })).toEqual(["channel.bank-missing"]);
  });
});

describe("what goes with an invoice", () => {
  const situation = anInvoiceSituation();
  const [first, second] = forkliftSchedule.halfDays;
  if (first === undefined || second === undefined) throw new Error("no half-day");

  it("is of the trainees and the months billed", () => {
    expect(enclosuresOf(situation)).toEqual({
      traineeIds: ["T-0007"],
      months: ["2026-12"],
      openMonths: [],
      signedSheets: [],
      unsigned: [],
    });
  });

  it("counts what no signature shows, but not an absence that is tolerated", () => {
    const signIns = situation.proof.signIns.slice(2);
    const proof = { ...situation.proof, signIns };
    expect(enclosuresOf({ ...situation, proof }).unsigned).toEqual([
      { traineeId: "T-0007", day: first.day },
      { traineeId: "T-0007", day: second.day },
    ]);
    const halfDays = [
      { ...first, minutes: 210, basis: "tolerated" as const },
      { ...second, minutes: 210 },
    ].map(({ day, half, minutes, ...rest }) => ({
      day,
      half,
      minutes,
      ...("basis" in rest && { basis: rest.basis }),
    }));
    const invoice = anInvoice({ lines: [anInvoiceLine({ halfDays })] });
    expect(enclosuresOf({ invoice, proof }).unsigned).toEqual([{ traineeId: "T-0007", day: second.day }]);
  });

  it("takes each sheet once, of billed half-days only", () => {
    const signIns = [
      aSignIn("T-0007", first, { method: "sheet", proof: "FE-0002" }),
      aSignIn("T-0007", second, { method: "sheet", proof: "FE-0002" }),
      aSignIn("T-0007", second, { method: "sheet", proof: "FE-0001" }),
      aSignIn("T-0008", second, { method: "sheet", proof: "FE-0003" }),
      aSignIn("T-0007", first, { method: "tool", proof: "IMP-0001" }),
    ];
    expect(enclosuresOf({ ...situation, proof: { ...situation.proof, signIns } }).signedSheets).toEqual(["FE-0001", "FE-0002"]);
  });

  it.each(["deposit", "credit-note"] as const)("is nothing for a %s", (kind) => {
    const credits = { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0002", reason: "Erreur" };
    const { traineeIds, unsigned } = enclosuresOf({
      ...situation,
      invoice: anInvoice({ kind, ...(kind === "credit-note" && { credits }) }),
    });
    expect([traineeIds, unsigned]).toEqual([[], []]);
  });
});

describe("the checklist", () => {
  const nothingPacked: Packed = { invoice: [], enclosures: {} };
  const documentOf = (situation: InvoiceSituation) => prepareInvoiceDocument({ ...situation, customer: situation.customer ?? aCustomer() });
  const items = (overrides: Partial<InvoiceSituation>, packed = nothingPacked) => {
    const situation = anInvoiceSituation(overrides);
    return Object.fromEntries(prepareChecklist(situation, documentOf(situation), packed).items.map(({ item, state }) => [item, state]));
  };

  it("says of each thing whether it is there", () => {
    expect(items({})).toEqual({
      recipient: "ready",
      "service-code": "to-check",
      engagement: "ready",
      contract: "ready",
      invoice: "missing",
      certificates: "missing",
      sheets: "missing",
      statements: "missing",
    });
    const files = { files: ["a.pdf"], lacking: [] };
    const packed = { invoice: ["facture.pdf"], enclosures: { certificates: files, sheets: files, statements: files } };
    expect(items({ customer: aCustomer({ serviceCode: "SRV-7" }) }, packed)).toEqual(
      Object.fromEntries(
        ["recipient", "service-code", "engagement", "contract", "invoice", "certificates", "sheets", "statements"].map((one) => [
          one,
          "ready",
        ]),
      ),
    );
  });

  it("blocks on what the settings require, and only asks to check the rest", () => {
    const order = undefined;
    expect(items({ order, provider: withSettings({ serviceCodeRequired: true }) })).toMatchObject({
      "service-code": "missing",
      engagement: "missing",
    });
    expect(items({ order, provider: withSettings({ engagementRequired: false }) })).toMatchObject({ engagement: "to-check" });
  });

  it("says what the issued invoice says, though the order has changed since, and adds what was learnt since", () => {
    const issued = anInvoiceSituation({ invoice: anIssuedInvoice() });
    const since = { ...issued, order: anOrder({ engagement: "4599999999" }), customer: aCustomer({ serviceCode: "SRV-7" }) };
    const typed = prepareChecklist(since, documentOf(issued), nothingPacked).items.filter(({ isFile }) => !isFile);
    expect(typed.map(({ item, values, from }) => [item, ...values, from.fr])).toEqual([
      ["recipient", "13000548100010", "la facture, France Travail"],
      ["service-code", "SRV-7", "la fiche du payeur"],
      ["engagement", "4500012345", "la facture"],
      ["contract", "2026-AFC-0417 lot 3", "la facture"],
    ]);
  });

  it("asks for the assessment of an AIF alone", () => {
    expect(items({ invoice: anInvoice({ scheme: "aif" }) }).assessment).toBe("by-hand");
    expect(items({ invoice: anInvoice({ scheme: "poei" }) }).assessment).toBeUndefined();
  });

  it("asks for signed sheets where somebody signed on paper, or where a signature lacks", () => {
    const { proof } = anInvoiceSituation();
    const state = (signIns: InvoiceSituation["proof"]["signIns"], packed = nothingPacked) =>
      items({ proof: { ...proof, signIns } }, packed)["signed-sheets"];
    const onPaper = forkliftSchedule.halfDays.map((halfDay) => aSignIn("T-0007", halfDay, { method: "sheet", proof: "FE-0001" }));
    const packed = { invoice: [], enclosures: { "signed-sheets": { files: ["feuille-signee-FE-0001.pdf"], lacking: [] } } };
    expect([state(proof.signIns), state(onPaper, packed), state(onPaper.slice(1), packed)]).toEqual([undefined, "ready", "missing"]);
  });

  it("is printed with every thing, and what is left to do for each that is not ready", () => {
    const situation = anInvoiceSituation({ invoice: anIssuedInvoice({ scheme: "aif" }) });
    const checklist = prepareChecklist(situation, documentOf(situation), nothingPacked);
    const report = prepareChecklistReport(checklist, documentOf(situation), "2026-12-22");
    const cells = report.sections.flatMap(({ table }) => table?.rows.map(([what]) => what) ?? []);
    expect(cells).toEqual(checklist.items.map(({ item }) => checkedItemLabels[item as CheckedItemKind].fr));
    const left = report.sections.find(({ heading }) => heading === "Ce qu'il reste à faire")?.items ?? [];
    expect(left).toHaveLength(checklist.items.filter(({ state }) => state !== "ready").length);
    for (const one of left) expect(one).toMatch(/^\p{Lu}.+ : .+[^.]\.$/u);
  });
});

describe("an invoice on its way", () => {
  const act = { by: "karim", at: "2026-12-24T09:00:00.000Z", today: "2026-12-24" };

  it("keeps what came before, and each event once", () => {
    const deposited = followInvoice(anIssuedInvoice(), "deposit", { ...act, on: "2026-12-21", channel: "chorus", reference: "7" });
    if (!deposited.ok) throw new Error("not deposited");
    const received = followInvoice(deposited.value, "receive", { ...act, on: "2026-12-24" });
    expect(received.ok && received.value.events.map(({ action, on }) => [action, on])).toEqual([
      ["deposit", "2026-12-21"],
      ["receive", "2026-12-24"],
    ]);
    expect(deposited.value.events[0]).not.toHaveProperty("today");
  });

  it.each([
    ["2026-12-20", "channel.event-too-early"],
    ["2026-12-25", "input.day-in-future"],
  ])("is refused on %s: %s", (on, code) => {
    const result = followInvoice(anIssuedInvoice(), "deposit", { ...act, on });
    expect(!result.ok && result.problems.map((problem) => problem.code)).toEqual([code]);
    expect(!result.ok && result.problems[0]?.path).toEqual(["on"]);
    expect(result).toMatchObject({ problems: [{ params: code === "input.day-in-future" ? { day: on } : { on } }] });
  });

  it("says of what the day comes before: the issue, or the event before", () => {
    const deposited = followInvoice(anIssuedInvoice(), "deposit", { ...act, on: "2026-12-22" });
    if (!deposited.ok) throw new Error("not deposited");
    expect(followInvoice(anIssuedInvoice(), "deposit", { ...act, on: "2026-12-20" })).toMatchObject({
      problems: [{ params: { before: "issue", since: "2026-12-21" } }],
    });
    expect(followInvoice(deposited.value, "receive", { ...act, on: "2026-12-21" })).toMatchObject({
      problems: [{ params: { before: "deposit", since: "2026-12-22" } }],
    });
    expect(followInvoice(deposited.value, "receive", { ...act, on: "2026-12-22" }).ok).toBe(true);
  });

  it("does not happen to a draft", () => {
    expect(followInvoice(anInvoice(), "deposit", { ...act, on: "2026-12-22" })).toMatchObject({
      problems: [{ code: "invoice.step-illegal" }],
    });
  });
});

describe("names of a package", () => {
  const anyName = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.constantFrom(
      "Émargement n°1.PDF",
      "émargement n°1.pdf",
      "œuvre à signer.jpeg",
      "....pdf",
      "",
      "a/b\\c.pdf",
      `${"x".repeat(80)}.pdf`,
    ),
    fc.tuple(fc.string({ maxLength: 80 }), fc.constantFrom(".pdf", ".JPG", ".tar.gz")).map(([stem, extension]) => stem + extension),
  );

  it("are ASCII, short, told apart, and the same for the same ones", () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 60 }), (wanted) => {
        const names = packageNames(wanted);
        expect(names).toHaveLength(wanted.length);
        for (const name of names) {
          expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
          expect(name.length).toBeLessThanOrEqual(longestFileName);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        expect(packageNames(wanted)).toEqual(names);
        // Names that fit are left alone.
        expect(packageNames(names)).toEqual(names);
      }),
    );
  });

  it("keep what people know the file by, and its extension", () => {
    expect(
      packageNames(["certificat-T-0001.pdf", "Émargement du 7 décembre.PDF", "émargement du 7 décembre.pdf", "œuvre.jpeg", ".pdf"]),
    ).toEqual(["certificat-T-0001.pdf", "Emargement-du-7-decembre.pdf", "emargement-du-7-decembre-2.pdf", "oeuvre.jpeg", "fichier.pdf"]);
    const long = packageNames([`${"a".repeat(60)}.pdf`, `${"a".repeat(60)}.pdf`]);
    expect(long).toEqual([`${"a".repeat(46)}.pdf`, `${"a".repeat(44)}-2.pdf`]);
  });
});
