/** The architecture, in rules: what may know what. */
const domains = [
  "membership",
  "access",
  "sessions",
  "appointments",
  "quotes",
  "attendance",
  "invoices",
  "incidents",
  "attachments",
  "audit",
  "privacy",
];
const inCore = (domain) => `^packages/core/src/${domain}/`;

/** Each core domain and the ones it may read; every other is forbidden. */
const knows = {
  shared: [],
  membership: ["shared"],
  access: ["shared", "membership"],
  sessions: ["shared", "membership", "access"],
  appointments: ["shared", "membership", "access", "sessions"],
  quotes: ["shared", "membership", "access", "sessions"],
  attendance: ["shared", "membership", "access", "sessions", "quotes"],
  invoices: ["shared", "membership", "access", "sessions", "quotes", "attendance"],
  incidents: ["shared", "membership", "access", "sessions", "appointments", "quotes", "attendance", "invoices"],
  attachments: ["shared"],
  audit: ["shared"],
  privacy: ["shared"],
};

module.exports = {
  forbidden: [
    ...Object.entries(knows).map(([domain, known]) => ({
      name: `${domain}-knows-${known.join("-") || "nothing"}`,
      comment: `core/${domain} may read ${known.join(", ") || "no domain"}.`,
      severity: "error",
      from: { path: inCore(domain) },
      to: { path: "^packages/core/src/[^/]+/", pathNot: [domain, ...known].map(inCore) },
    })),
    {
      name: "domain-by-its-index",
      comment: "A core domain is entered by its index.ts only.",
      severity: "error",
      from: { path: "^packages/core/src/([^/]+)/" },
      to: { path: domains.map((domain) => `${inCore(domain)}.+`), pathNot: ["/index\\.ts$", "^packages/core/src/$1/"] },
    },
    {
      name: "core-knows-no-front",
      comment: "Core knows neither the documents nor the desk.",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^packages/(pdf|bot)/" },
    },
    {
      name: "pdf-knows-core-only",
      severity: "error",
      from: { path: "^packages/pdf/" },
      to: { path: "^packages/bot/" },
    },
    {
      name: "command-knows-no-front",
      comment: "A command never touches discord.js, the terminal or the database: it answers data.",
      severity: "error",
      from: { path: "^packages/bot/src/(commands|dossiers)/" },
      to: {
        path: ["^packages/bot/src/fronts/", "^packages/bot/src/store/(?!store\\.ts)", "discord\\.js", "node_modules/(knex|sqlite3|pdfkit)"],
      },
    },
    {
      name: "core-runtime-dependencies",
      comment: "Core runs anywhere: zod, date-fns and its time-zone helper, nothing else.",
      severity: "error",
      from: { path: "^packages/core/src/" },
      to: {
        dependencyTypes: ["npm", "core"],
        pathNot: ["node_modules/(zod|date-fns|@date-fns)/", "node_modules/\\.pnpm/(zod|date-fns|@date-fns)"],
      },
    },
    { name: "no-circle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-orphan", severity: "error", from: { orphan: true, pathNot: ["\\.config\\.ts$", "/commands/"] }, to: {} },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"], extensions: [".ts", ".js"] },
  },
};
