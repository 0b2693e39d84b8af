import {
  accessRefusals,
  advanceMembership,
  appendEntry,
  auditRules,
  catalogue,
  certificationSchema,
  checkGrant,
  checkMembership,
  checkProvider,
  checkReviewedEstablishment,
  checkReviewedGrant,
  checkSession,
  formacodeSchema,
  franceTravailIdSchema,
  ibanSchema,
  type MembershipAct,
  type MembershipAction,
  type MembershipSituation,
  type Problem,
  type ProblemCode,
  parse,
  portalRefusals,
  providerSchema,
  quoteSchema,
  type ReviewFacts,
  raise,
  readHead,
  reviewedEstablishment,
  reviewedGrants,
  rowOf,
  say,
  sirenSchema,
  siretSchema,
  sources,
  vatNumberSchema,
  verifyTrail,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { inputRules } from "../../packages/core/src/shared/input-rules.js";
import { cataloguePage, findingLine, fullSentence, type PrintedGroup } from "../examples/catalogue.js";
import {
  aGrant,
  aMembership,
  aMembershipSituation,
  anAccount,
  aProvider,
  aReviewFacts,
  aSession,
  lea,
  merge,
  nadia,
  omar,
  today,
  usageOf,
} from "../examples/index.js";
import { closedTrail, crypt, trailOf } from "../examples/trail.js";
import { permissionGrid } from "./access/grid.js";
import { attendanceImportExamples } from "./attendance/import-examples.js";
import { recordExamples } from "./attendance/record-examples.js";
import { incidentExamples } from "./incidents/examples.js";
import { agreementExamples } from "./invoices/examples/agreements.js";
import { billingExamples } from "./invoices/examples/billing.js";
import { channelExamples } from "./invoices/examples/channel.js";
import { einvoiceExamples } from "./invoices/examples/einvoices.js";
import { issuingExamples } from "./invoices/examples/issuing.js";
import { paymentExamples } from "./invoices/examples/payments.js";
import { privacyExamples } from "./privacy-examples.js";
import { scheduleExamples, weekExamples } from "./sessions/examples/schedules.js";
import { importExamples } from "./sessions/import-examples.js";

type Examples<Family extends keyof typeof catalogue> = { readonly [Code in keyof (typeof catalogue)[Family]]: () => readonly Problem[] };

const quote = (overrides: object) =>
  problemsOf(parse(quoteSchema, merge({ reference: "DEV-2026-0001", scheme: "aif", siret: "99900014400017" }, overrides)));
const provider = (
  overrides: Parameters<typeof aProvider>[0],
  training?: { startsOn: string; endsOn: string; category?: "apprenticeship" },
) => checkProvider({ provider: aProvider(overrides), today, training });
const grant = (overrides: Parameters<typeof aGrant>[0], beside: Partial<Parameters<typeof checkGrant>[0]> = {}) =>
  checkGrant({ grant: aGrant({ from: today, ...overrides }), action: "give", by: "nadia", grants: [], today, ...beside });

const membershipOf = (beside: Partial<MembershipSituation>) => checkMembership(aMembershipSituation(beside));
const step = (action: MembershipAction, act: Partial<MembershipAct>) =>
  problemsOf(advanceMembership(aMembershipSituation(), action, { by: "nadia", at: "2026-11-16T09:00:00Z", ...act }));

const input: Examples<"input"> = {
  ...weekExamples,
  "input.missing": () => quote({ scheme: undefined }).filter(({ path }) => path[0] === "scheme"),
  "input.too-many": () => [raise(inputRules, "input.too-many", ["fichier"], { most: 30 })],
  "input.nothing-given": () => [raise(inputRules, "input.nothing-given", [], {})],
  "input.wrong-type": () => quote({ lines: "une ligne" }),
  "input.not-a-date": () => quote({ startsOn: "2026-02-30" }),
  "input.not-an-amount": () => [raise(inputRules, "input.not-an-amount", ["montant"], { value: "cent euros" })],
  "input.ambiguous-amount": () => [raise(inputRules, "input.ambiguous-amount", ["montant"], { value: "1.190" })],
  "input.not-a-duration": () => [raise(inputRules, "input.not-a-duration", ["duree"], { value: "deux semaines" })],
  "input.not-a-number": () => [raise(inputRules, "input.not-a-number", ["ligne"], { value: "trois" })],
  "input.unknown-value": () => quote({ modality: "hybride" }),
  "input.unknown-reference": () => [
    raise(inputRules, "input.unknown-reference", ["session"], { kind: "session", reference: "SE-2026-999" }),
  ],
  "input.reference-taken": () => [raise(inputRules, "input.reference-taken", ["reference"], { kind: "quote", reference: "DEV-2026-0001" })],
  "input.too-long": () => quote({ title: "a".repeat(256) }),
  "input.too-short": () => quote({ reference: "" }).slice(0, 1),
  "input.out-of-range": () => quote({ totalCents: -1 }),
  "input.day-in-future": () => [raise(inputRules, "input.day-in-future", ["le"], { day: "2027-01-15" })],
  "input.unknown-field": () => quote({ prix: 1190 }),
  "input.unreadable-text": () => quote({ title: "Cariste\u0007" }),
  "input.expired": () => [raise(inputRules, "input.expired", [], {})],
  "input.changed-since": () => [raise(inputRules, "input.changed-since", [], {})],
  "input.not-a-file": () => [
    raise(inputRules, "input.not-a-file", ["fichier"], { fault: "unknown-type", name: "devis.exe", mostBytes: 8_388_608 }),
  ],
  "input.malformed": () => quote({ sessionReference: "SE 2026 014" }),
};

const identifiers: Examples<"identifiers"> = {
  "id.siren-format": () => problemsOf(parse(sirenSchema, "99900014")),
  "id.siren-checksum": () => problemsOf(parse(sirenSchema, "999000145")),
  "id.siret-format": () => problemsOf(parse(siretSchema, "9990001440001")),
  "id.siret-checksum": () => problemsOf(parse(siretSchema, "99900014400018")),
  "id.nda-format": () => problemsOf(parse(providerSchema.shape.activityNumber, "7533123453")),
  "id.nda-layout": () => provider({ activityNumber: "99331234533" }),
  "id.rncp-format": () => problemsOf(parse(certificationSchema, "RNCP 34 862 A")),
  "id.rs-format": () => problemsOf(parse(certificationSchema, "CACES489")),
  "id.formacode-format": () => problemsOf(parse(formacodeSchema, "3176")),
  "id.iban": () => problemsOf(parse(ibanSchema, "FR76 3000 6000 0112 3456 7890 188")),
  "id.bic": () => problemsOf(parse(providerSchema, { ...aProvider(), bank: { iban: "FR7630006000011234567890189", bic: "AGRIFR" } })),
  "id.vat-number": () => problemsOf(parse(vatNumberSchema, "FR12999000145")),
  "id.ft-id-format": () => problemsOf(parse(franceTravailIdSchema, "123456")),
  "id.nir-detected": () => quote({ notes: "Son numéro : 2 85 05 78 006 084 41" }),
};

const membership: Examples<"membership"> = {
  "org.qualiopi-missing": () => provider({ qualiopi: undefined }),
  "org.qualiopi-expired": () => provider({ qualiopi: { endsOn: "2026-11-15" } }),
  "org.qualiopi-category": () => provider({}, { startsOn: "2026-12-07", endsOn: "2026-12-18", category: "apprenticeship" }),
  "org.qualiopi-ends-before-session": () =>
    provider({ qualiopi: { endsOn: "2026-12-17" } }, { startsOn: "2026-12-07", endsOn: "2026-12-18" }),
  "org.agreement-expired": () => provider({ agreement: { endsOn: "2026-11-15" } }),
  "org.agreement-expiring": () => provider({ agreement: { endsOn: "2027-02-14" } }),
  "org.field-missing": () => membershipOf({ provider: aProvider({ contact: { phone: undefined } }) }),
  "org.rgc-missing": () => membershipOf({ membership: undefined }),
  "org.rgc-single": () => membershipOf({ membership: aMembership({ deputy: undefined }) }),
  "org.rgc-deputy-same": () => membershipOf({ membership: aMembership({ deputy: "nadia" }) }),
  "org.establishment-other-siren": () => membershipOf({ head: siretSchema.parse("73282932000074") }),
  "org.portal-address": () => [raise(portalRefusals, "org.portal-address", ["adresse"], {})],
  "membership.transition-illegal": () => step("open", {}),
  "membership.act-too-early": () => step("approve", { on: "2026-09-01" }),
  "membership.end-too-early": () => step("approve", { endsOn: "2026-11-16" }),
  "membership.detail-misplaced": () => step("refuse", { number: "0126ADR-1/1" }),
  "privacy.log-retention": () => provider({ settings: { trail: { retentionMonths: 24 } } }),
  "id.siret-siren-mismatch": () => provider({ siren: "999000276" }),
  "id.nda-layout": () => provider({ activityNumber: "99331234533" }),
};

const sessions: Examples<"sessions"> = {
  ...scheduleExamples,
  "session.dates-order": () => checkSession({ session: aSession({ endsOn: "2026-12-06" }), today }),
  "id.certification-expired": () =>
    checkSession({ session: aSession({ certification: "RNCP34862", certificationEndsOn: "2026-12-06" }), today }),
  "id.formacode-version-missing": () => checkSession({ session: aSession({ formacodeVersion: undefined }), today }),
};

const refusal = <Code extends keyof typeof accessRefusals>(code: Code, params: Parameters<(typeof accessRefusals)[Code]["fr"]>[0]) => [
  raise(accessRefusals, code, [], params as never),
];
/** The remarks on Léa's grant, changed as told. */
const reviewed = (overrides: Parameters<typeof aGrant>[0], beside: Partial<ReviewFacts> = {}) => {
  const grant = aGrant(overrides);
  const facts = aReviewFacts({ grants: [nadia, omar, grant], ...beside });
  return reviewedGrants(facts)
    .filter((one) => one.grant.id === grant.id)
    .flatMap(checkReviewedGrant);
};
const account = (declared: Parameters<typeof anAccount>[0]) => ({ accounts: [anAccount(declared)] });
const establishment = (overrides: Partial<ReviewFacts>) => checkReviewedEstablishment(reviewedEstablishment(aReviewFacts(overrides)));

const access: Examples<"access"> = {
  "access.self-granted": () => grant({ person: "nadia" }),
  "access.last-rgc": () => grant({ person: "nadia", profile: "rgc" }, { action: "revoke", by: "karim" }),
  "access.dates-order": () => grant({ from: "2026-12-01", until: "2026-11-30" }),
  "access.in-the-past": () => grant({ from: "2026-11-15" }),
  "access.already-granted": () => grant({ id: "H-0003" }, { grants: [aGrant()] }),
  "access.missing-permission": () => refusal("access.missing-permission", { permission: "quote.approve", managers: ["Nadia Sellier"] }),
  "access.grant-over": () =>
    refusal("access.grant-over", { permission: "quote.approve", managers: [], grant: "H-0002", endedOn: "2026-11-15" }),
  "access.grant-to-come": () => refusal("access.grant-to-come", { permission: "quote.approve", grant: "H-0002", from: "2026-12-01" }),
  "access.establishment-ambiguous": () =>
    refusal("access.establishment-ambiguous", { establishments: ["99900014400017", "99900014400025"] }),
  "access.has-left": () => refusal("access.has-left", { leftOn: "2026-11-10" }),
  "access.no-link": () => refusal("access.no-link", {}),
  "access.profile-too-wide": () => refusal("access.profile-too-wide", { base: "assistant", permissions: ["quote.enter"] }),
  "access.profile-taken": () => refusal("access.profile-taken", { profile: "PR-0001" }),
  "access.waiver-not-alone": () => refusal("access.waiver-not-alone", { people: 3 }),
  "access.no-open-review": () => refusal("access.no-open-review", {}),
  "access.no-closed-review": () => refusal("access.no-closed-review", {}),
  "access.own-decision": () => refusal("access.own-decision", {}),
  "access.no-narrower-profile": () => refusal("access.no-narrower-profile", { profile: "approver" }),
  "access.not-narrower": () => refusal("access.not-narrower", { permissions: ["quote.decide"] }),
  "access.review-undecided": () => refusal("access.review-undecided", { grants: ["H-0003", "H-0007"] }),
  "access.already-founded": () => refusal("access.already-founded", {}),
  "access.not-a-trainee": () => refusal("access.not-a-trainee", {}),
  "access.not-own-session": () => refusal("access.not-own-session", { session: "SE-2026-014" }),
  "access.not-administrator": () => refusal("access.not-administrator", {}),
  "access.not-yours": () => refusal("access.not-yours", {}),
  "access.not-founded": () => refusal("access.not-founded", {}),
  "access.unknown-person": () => refusal("access.unknown-person", {}),
  "access.leaver-active": () => reviewed({}, account({ leftOn: "2026-11-10" })),
  "access.shared-account": () => reviewed({}, account({ shared: true })),
  "access.inactive-account": () => reviewed({}, { usage: usageOf("lea", "quote-clerk", "2026-08-10") }),
  "access.role-excess": () => reviewed({}, { usage: [{ person: "lea", permission: "quote.enter", lastOn: "2026-11-10" }] }),
  "access.grant-ending": () => reviewed({ until: "2026-11-30" }),
  "access.grant-ended": () => reviewed({ until: "2026-11-15" }),
  "access.password-due": () => reviewed({ profile: "rgc" }, account({ passwordChangedOn: "2025-11-15" })),
  "access.password-rotation-user": () =>
    reviewed(
      {},
      { provider: aProvider({ settings: { access: { userPasswordMonths: 3 } } }), ...account({ passwordChangedOn: "2026-08-01" }) },
    ),
  "access.mfa-missing": () => reviewed({}, account({ twoFactorOn: undefined })),
  "access.change-untraced": () => reviewed({}, { traced: new Set() }),
  "access.review-overdue": () => establishment({ reviews: [], grants: [nadia, omar, lea].map((one) => ({ ...one, from: "2026-05-15" })) }),
  "access.single-manager": () => establishment({ grants: [nadia, lea] }),
  "access.waiver-outdated": () => establishment({ provider: aProvider({ settings: { separationOfDuties: "waived" } }) }),
};

const audit: Examples<"audit"> = {
  "audit.entry-altered": () =>
    verifyTrail(
      trailOf(4).map((entry) => (entry.sequence === 3 ? { ...entry, actor: "karim" } : entry)),
      crypt,
    ),
  "audit.entry-missing": () =>
    verifyTrail(
      trailOf(4).filter((entry) => entry.sequence !== 2),
      crypt,
    ),
  "audit.head-differs": () => verifyTrail(trailOf(3), crypt, trailOf(4).at(-1)),
  "audit.head-purged": () => verifyTrail(closedTrail(6, 3), crypt, trailOf(2).at(-1)),
  "audit.dates-order": () => [raise(auditRules, "audit.dates-order", ["jusqua"], { from: "2026-11-16", until: "2026-11-01" })],
  "audit.head-unreadable": () => problemsOf(readHead("42:9f3a")),
};

const privacy: Examples<"privacy"> = privacyExamples;

const attendance: Examples<"attendance"> = { ...recordExamples, ...attendanceImportExamples };

const invoices: Examples<"invoices"> = { ...billingExamples, ...channelExamples, ...issuingExamples };

const families = {
  privacy,
  agreements: agreementExamples satisfies Examples<"agreements">,
  invoices,
  einvoices: einvoiceExamples satisfies Examples<"einvoices">,
  payments: paymentExamples satisfies Examples<"payments">,
  incidents: incidentExamples satisfies Examples<"incidents">,
  input,
  identifiers,
  membership,
  sessions,
  imports: importExamples,
  access,
  attendance,
  audit,
};
const examples = Object.entries(families).flatMap(([family, table]) =>
  Object.entries(table).map(([code, problems]) => ({ family, code, problems })),
);

describe("what is wrong", () => {
  it.each(examples)("with $family gets $code and nothing else", ({ code, problems }) => {
    expect(problems().map((problem) => problem.code)).toEqual([code]);
  });

  it.each(examples)("is said in full, in French and in English: $code", ({ problems }) => {
    for (const problem of problems()) {
      expect(say(problem, "fr")).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(say(problem, "fr").what).not.toBe(say(problem, "en").what);
    }
  });

  it("is found where it stands, with its figures, as tests/findings.txt shows", async () => {
    const lines = examples.flatMap(({ problems }) => problems().map(findingLine));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../findings.txt");
  });

  it("is said as unknown when the code is not of this version", () => {
    const stranger: Problem = { code: "quote.from-the-future", severity: "error", path: [], params: {} };
    expect(say(stranger)).toEqual({
      what: "Problème inconnu : quote.from-the-future.",
      why: "Cette version ne connaît pas ce code.",
      mend: "Mettez Kairos à jour.",
    });
    expect(say(stranger, "en")).toEqual(fullSentence);
  });
});

describe("every code", () => {
  const codes = Object.values(catalogue).flatMap((table) => Object.keys(table)) as ProblemCode[];

  it("names a source that exists, and an unsure one never blocks", () => {
    for (const code of codes) {
      const { source, severity } = rowOf(code);
      expect(sources, code).toHaveProperty([source]);
      if (sources[source].confidence === "unsure" && code !== "id.nir-detected") expect(severity, code).not.toBe("error");
    }
  });

  it("is written in the same way", () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z0-9]+)*$/);
  });
});

describe("the printed pages", () => {
  it.each([
    [
      "identifiers",
      "Ce que Kairos vérifie dans les numéros",
      "SIRET, déclaration d'activité, certification, identifiant France Travail : une faute de frappe se voit dès la saisie.",
    ],
    [
      "membership",
      "Ce que Kairos vérifie de l'organisme",
      "Qualiopi, numéros de l'organisme, demande d'adhésion, étapes jusqu'au portail.",
    ],
    ["sessions", "Ce que Kairos vérifie d'une session", "Les dates, les heures, le planning, la certification visée, le Formacode."],
    [
      "imports",
      "Ce que Kairos vérifie d'un fichier",
      "LHEO 2.3 et 2.2, tableaux CSV : la forme du fichier, ce que le schéma demande, ce qui peut entrer. Une fiche entre entière, ou pas du tout.",
    ],
    [
      "attendance",
      "Ce que Kairos vérifie de l'assiduité",
      "Chaque demi-journée notée, corrigée ou apportée par un fichier ; les inscriptions, et les absences qui se suivent.",
    ],
    [
      "agreements",
      "Ce que Kairos vérifie des conventions et des commandes",
      "Le marché, les prix, les quantités, les avenants : ce qu'une facture ne pourra pas dépasser.",
    ],
    [
      "invoices",
      "Ce que Kairos vérifie d'une facture",
      "Ce qui a été convenu, ce que l'assiduité prouve, ce que la loi demande, ce que le canal attend. Une facture qui porte une erreur n'est pas émise.",
    ],
    [
      "einvoices",
      "Ce que Kairos vérifie d'une facture électronique",
      "Le fichier qui part, avant qu'il ne parte : chaque règle publique est nommée. Celui qu'un fournisseur envoie, et ce que la réforme demande.",
    ],
    ["payments", "Ce que Kairos suit des paiements", "Ce qui est dû, depuis quand, et ce que le retard ajoute."],
    [
      "incidents",
      "Ce que Kairos vérifie d'un dossier d'incident",
      "Tout ce que le support demande, et rien qui ne doive partir : le dossier n'est complet qu'une fois chaque erreur corrigée.",
    ],
    [
      "input",
      "Ce que Kairos répond à une saisie illisible",
      "Avant toute règle, la saisie doit pouvoir être lue. Rien n'est deviné : ce qui est ambigu est refusé.",
    ],
    [
      "privacy",
      "Ce que Kairos vérifie avant d'effacer une personne",
      "L'effacement est définitif : il attend la fin de la formation, ou le départ de l'équipe.",
    ],
    [
      "audit",
      "Ce que Kairos vérifie du journal",
      "Chaque acte est chaîné au précédent : une entrée modifiée, retirée, ajoutée ou déplacée se voit.",
    ],
  ] as const)("docs/rules/%s.md", async (family, title, about) => {
    await expect(cataloguePage(title, about, [printed(family)])).toMatchFileSnapshot(`../../docs/rules/${family}.md`);
  });

  it("docs/rules/access.md, with the grid of rights", async () => {
    const about = "Personne n'a de droit par défaut. Le RGC accorde un profil, pour un établissement, depuis un jour, avec une raison.";
    const page = cataloguePage("Les habilitations", about, [printed("access")], `\n## Qui peut quoi\n\n${permissionGrid()}\n`);
    await expect(page).toMatchFileSnapshot("../../docs/rules/access.md");
  });

  function printed(family: keyof typeof families): PrintedGroup {
    const rules = Object.values(families[family]).flatMap((problems) =>
      problems().map((problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) })),
    );
    return { title: "Les contrôles", about: `${rules.length} contrôles.`, rules };
  }
});

it("keeps the first entry of a trail without anything before it", () => {
  expect(appendEntry(undefined, trailOf(1)[0] ?? fail(), crypt)).toMatchObject({ sequence: 1, previous: "" });
  expect(Object.keys(auditRules)).toEqual(Object.keys(audit));
});

function problemsOf(result: ReturnType<typeof parse> | ReturnType<typeof readHead>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

function fail(): never {
  throw new Error("the example has no entry");
}
