// What is mutated (under packages/core/src) and the tests that may find it (how their path under tests/ begins), area by area.
const ofEveryRule = ["core/catalogue", "core/shared/catalogue", "core/shared/labels", "core/shared/sentences", "core/rules-page"];
const inSessions = ["clock", "course", "edit", "events", "import", "listing", "pattern", "schedule", "session", "table", "visibility"];

export const areas = {
  chain: { files: ["audit/*.ts"], tests: ["core/audit/", ...ofEveryRule] },
  money: {
    files: [
      "shared/money.ts",
      "quotes/{totals,figures}.ts",
      "invoices/{totals,figures}.ts",
      "invoices/billing/{billable,billed-claims,prepare,prepare-afc,prepare-quote,prepared-lines,proven,standing}.ts",
      "invoices/einvoice/{decimals,sums}.ts",
      "invoices/following/{aged,bank-rate,coverage,due,interest,payments,receivable,term}.ts",
      "invoices/issuing/credit-left.ts",
    ],
    tests: [
      "core/shared/money",
      "core/shared/read-amount",
      "core/shared/read-rate",
      "core/quotes/totals",
      "core/quotes/rules",
      "core/invoices/",
    ],
  },
  time: {
    files: [
      "shared/{clock,calendar,dated,holidays}.ts",
      "appointments/{moment,reminders,working-hours}.ts",
      "incidents/moment.ts",
      "quotes/reminders.ts",
      "sessions/{clock-changes,hours-limits,hours-words,explain-hours}.ts",
    ],
    tests: [
      ...["calendar", "clock", "dated", "holidays", "reading-days"].map((name) => `core/shared/${name}`),
      ...["core/appointments/", "core/incidents/moment", "core/quotes/reminders"],
      ...["clock", "schedule", "edit", "explain-hours", "hours"].map((name) => `core/sessions/${name}`),
      ...ofEveryRule,
    ],
  },
  workflows: {
    files: [
      "shared/workflow.ts",
      "{appointments,incidents,invoices,membership,quotes}/workflow.ts",
      "attendance/months/month-workflow.ts",
      "sessions/{listing-workflow,advance-listing}.ts",
      "{appointments,membership}/advance.ts",
      "invoices/channel/advance.ts",
    ],
    tests: [
      ...["appointments", "incidents", "invoices", "membership", "quotes", "shared"].map((domain) => `core/${domain}/workflow`),
      ...["core/quotes/changes", "core/attendance/month", "core/sessions/listing", "core/invoices/channel"],
      ...ofEveryRule,
    ],
  },
  "rules of quotes": {
    files: ["quotes/{rules,situation}.ts", "quotes/rules/*.ts"],
    tests: ["core/quotes/", "corpus/", ...ofEveryRule],
  },
  "words of fees": { files: ["quotes/fees.ts"], tests: ["core/quotes/fees"] },
  "rules of invoices": {
    files: [
      "invoices/rules.ts",
      "invoices/agreements/*{rule,rules,refusals}.ts",
      "invoices/billing/{billing-refusals,match-agreement,match-amounts,match-attendance,match-rules}.ts",
      "invoices/channel/channel-rules.ts",
      "invoices/following/payment-{refusals,rules}.ts",
      "invoices/issuing/{credit-rules,law-rules,series-rules}.ts",
    ],
    tests: ["core/invoices/", "corpus/", ...ofEveryRule],
  },
  "rules of electronic invoices": {
    files: ["invoices/einvoice/*-rules.ts", "invoices/einvoice/rules/*.ts"],
    tests: ["core/invoices/", "corpus/", ...ofEveryRule],
  },
  "rules of sessions": {
    files: ["sessions/rules.ts", "sessions/*-{rules,refusals}.ts", "sessions/{schedule-clashes,listing-standing-rows}.ts"],
    tests: [...inSessions.map((name) => `core/sessions/${name}`), "corpus/", ...ofEveryRule],
  },
  "rules of attendance": {
    files: ["attendance/{certificates,months,movements,reconciliation,recording,signing}/*-{rules,refusals}.ts"],
    tests: ["core/attendance/", "corpus/", ...ofEveryRule],
  },
  "rules of incidents": {
    files: ["incidents/ticket-rules.ts", "incidents/causes/*.ts"],
    tests: ["core/incidents/", "corpus/", ...ofEveryRule],
  },
  "rules of membership and rights": {
    files: ["membership/*rules.ts", "membership/{portal,standing-rows}.ts", "access/*rules.ts", "access/{refusals,decide}.ts"],
    tests: ["core/membership/", "core/access/", "corpus/", ...ofEveryRule],
  },
  "rules of appointments and privacy": {
    files: ["appointments/*rules.ts", "appointments/situation.ts", "privacy/rules.ts"],
    tests: ["core/appointments/", "core/privacy", "corpus/", ...ofEveryRule],
  },
  "rules of what comes in": {
    files: [
      "shared/{rules,input-rules,week,week-rules,file-rules,table-rules,identifier-rules,identifiers}.ts",
      "sessions/lheo/rules.ts",
      "attendance/files/*-rules.ts",
    ],
    tests: [
      "core/shared/",
      "core/attendance/import",
      "core/sessions/pattern",
      "core/sessions/table",
      "core/bad-input",
      "corpus/",
      ...ofEveryRule,
    ],
  },
};

/** The area asked for in the environment. */
export const area = process.env.MUTATION_AREA ?? "chain";
export const nameOfFiles = (name) => name.replaceAll(" ", "-");
