import { type CertificateSituation, type certificateRules, checkCertificate, type ProblemCode, say } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, anEnrolment } from "../../examples/attendance.js";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { aProvider } from "../../examples/index.js";
import { aClosedMonth, aDeclaration, aSituation, lastTold, schedule, soundCertificate } from "./certificate-examples.js";

interface Example {
  readonly broken: CertificateSituation;
  readonly path: readonly string[];
  readonly silent: Readonly<Record<string, CertificateSituation>>;
}

const examples: { readonly [Code in keyof typeof certificateRules]: Example } = {
  "certificate.field-missing": {
    broken: aSituation({ provider: aProvider({ address: undefined }) }),
    path: ["place"],
    silent: { "the place is said": aSituation({ provider: aProvider({ address: undefined }), place: "Pau" }) },
  },
  "certificate.hours-differ": {
    broken: aSituation({}, 70 * 60 - 1),
    path: ["training", "attendedMinutes"],
    silent: { "the hours asked are those attended": aSituation({}, 70 * 60) },
  },
  "certificate.before-end": {
    broken: aSituation({ today: "2026-12-17" }),
    path: ["issuedOn"],
    silent: {
      "the last day itself": aSituation({ today: "2026-12-18" }),
      "the trainee left before": aSituation({
        today: "2026-12-17",
        enrolment: anEnrolment({ leavesOn: "2026-12-17" }),
        declared: soundDeclared("2026-12-17"),
      }),
    },
  },
  "certificate.unsigned": {
    broken: aSituation({ signatory: undefined }),
    path: ["signatory"],
    silent: { "somebody signs": aSituation({ signatory: "Karim Benali" }) },
  },
};

const rows = Object.entries(examples).map(([code, example]) => ({ code: code as ProblemCode, ...example }));

describe("what is wrong with a certificate", () => {
  it.each(rows)("$code and nothing else, where it is", ({ code, broken, path }) => {
    expect(checkCertificate(broken).map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
  });

  it.each(rows.flatMap(({ code, silent }) => Object.entries(silent).map(([when, situation]) => ({ code, when, situation }))))(
    "not $code when $when",
    ({ situation }) => {
      expect(checkCertificate(situation)).toEqual([]);
    },
  );

  it.each(rows)("$code is said in full, in both languages", ({ broken }) => {
    for (const problem of checkCertificate(broken)) {
      expect(say(problem, "fr")).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
    }
  });

  it("says each field that is missing", () => {
    const nothing = aSituation({
      trainee: undefined,
      planned: [],
      records: [],
      months: [],
      declared: [],
      provider: aProvider({ address: undefined }),
    });
    expect(checkCertificate(nothing).map(({ params }) => params)).toEqual([
      { field: "trainee" },
      { field: "period" },
      { field: "duration" },
      { field: "place" },
    ]);
    const { training } = soundCertificate().certificate;
    for (const half of ["startsOn", "endsOn"] as const) {
      const [problem] = checkCertificate(soundCertificate({ training: { ...training, [half]: undefined } }));
      expect(problem, half).toMatchObject({ code: "certificate.field-missing", params: { field: "period" } });
    }
    expect(checkCertificate(soundCertificate({ place: " ", signatory: " " })).map(({ code }) => code)).toEqual([
      "certificate.field-missing",
      "certificate.unsigned",
    ]);
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    rows
      .flatMap(({ broken }) => checkCertificate(broken))
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "certificate.field-missing (error) /place {"field":"place"}
    certificate.hours-differ (error) /training/attendedMinutes {"by":"asked","minutes":4199,"attended":4200}
    certificate.before-end (warning) /issuedOn {"issuedOn":"2026-12-17","endsOn":"2026-12-18"}
    certificate.unsigned (error) /signatory {}"
  `);
});

describe("hours that differ", () => {
  it("from those asked, in both directions, with the difference", () => {
    expect(differences(aSituation({}, 65 * 60))).toEqual([{ by: "asked", minutes: 65 * 60, attended: 70 * 60 }]);
    expect(said(aSituation({}, 75 * 60))).toEqual(["Vous demandez 75 h, l'assiduité en prouve 70 h (écart de 5 h)."]);
  });

  it("from those declared in a closed month, by a minute", () => {
    expect(differences(aSituation({ records: lastTold({ status: "late", lateMinutes: 1 }) }))).toEqual([
      { by: "declared", month: "2026-12", minutes: 70 * 60, attended: 70 * 60 - 1 },
    ]);
    expect(said(aSituation({ declared: [] }))).toEqual(["Décembre 2026 : 0 h déclarées à la clôture, 70 h suivies (écart de 70 h)."]);
  });

  it("while a month with hours is open, or open again", () => {
    expect(differences(aSituation({ months: [] }))).toEqual([{ by: "open-month", month: "2026-12", attended: 70 * 60 }]);
    expect(differences(aSituation({ months: [aClosedMonth({ status: "reopened" })] }))).toEqual([
      { by: "open-month", month: "2026-12", attended: 70 * 60 },
    ]);
  });

  it("while a month without an hour is open, once it has begun", () => {
    const away = schedule.halfDays.map((halfDay) => aFact("T-0007", halfDay, { status: "excused" }));
    const open = aSituation({ records: away, declared: [], months: [] });
    expect(differences(open)).toEqual([{ by: "open-month", month: "2026-12", attended: 0 }]);
    expect(differences(aSituation({ records: [], declared: [], months: [], today: "2026-12-06" }))).toEqual([]);
  });

  it("while a half-day that has come is not recorded; those to come are not waited for", () => {
    const last = { halfDays: 1, first: "2026-12-18", minutes: 210 };
    const declared = soundDeclared("2026-12-18").slice(0, -1);
    expect(differences(aSituation({ records: lastTold(undefined), declared }))).toEqual([
      { by: "unrecorded", ...last, attended: 70 * 60 - 210 },
    ]);
    const before = checkCertificate(aSituation({ records: lastTold(undefined), declared, today: "2026-12-17" }));
    expect(before.map(({ code }) => code)).toEqual(["certificate.before-end"]);
  });

  it("of nobody else", () => {
    const stranger = aSituation({ declared: [...soundDeclared("2026-12-18"), ...soundDeclared("2026-12-18", "T-0008")] });
    expect(checkCertificate(stranger)).toEqual([]);
  });
});

it("prints what it says of a certificate to docs/rules/certificates.md", async () => {
  const situations = [
    ...rows.map(({ broken }) => broken),
    aSituation({ declared: [] }),
    aSituation({ months: [] }),
    aSituation({ records: lastTold(undefined), declared: soundDeclared("2026-12-18").slice(0, -1) }),
  ];
  const rules = situations.flatMap((situation) =>
    checkCertificate(situation).map((problem) => ({ code: problem.code, path: problem.path, sentence: say(problem) })),
  );
  const page = cataloguePage(
    "Ce que Kairos vérifie d'un certificat de réalisation",
    "Un certificat dit les heures suivies, et rien d'autre : il ne sort que si la saisie, les mois clôturés et la demande disent la même durée.",
    [{ title: "Les contrôles", about: `${rows.length} contrôles.`, rules }],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/certificates.md");
});

function differences(situation: CertificateSituation): readonly unknown[] {
  return checkCertificate(situation).flatMap(({ code, params }) => (code === "certificate.hours-differ" ? [params] : []));
}

function said(situation: CertificateSituation): readonly string[] {
  return checkCertificate(situation).map((problem) => say(problem).what.replaceAll("\u00a0", " "));
}

function soundDeclared(until: string, traineeId?: string) {
  return schedule.halfDays.filter(({ day }) => day <= until).map(({ day, half }) => aDeclaration({ day, half, minutes: 210 }, traineeId));
}
