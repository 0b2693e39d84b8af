import {
  formatAttendanceRate,
  formatDay,
  formatMinutes,
  formatMonth,
  type MonthStatementDocument,
  type StatementFigures,
  sentenceCase,
} from "@kairos/core";
import { furnishedPages } from "../layout/furniture.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, factsBand, letterhead } from "../layout/masthead.js";
import { signatureRows } from "../layout/signatures.js";
import { headingStrip, keptWithNext, sectionGap, stacked, textStrip, widthOn } from "../layout/strips.js";
import { dense, tableStrips } from "../layout/table.js";
import { styles, wideSheet } from "../layout/theme.js";
import type { PdfDocument } from "./document.js";
import { dotted, groupedSiret } from "./phrases.js";

/** The monthly statement (état mensuel) of a session: what became of the planned hours of each trainee. */
export const monthStatementDocument: PdfDocument<MonthStatementDocument> = {
  title: (statement) => `${nameOf(statement)} – ${statement.session.title}`,
  author: ({ provider }) => provider.name,
  pages: (statement, { auditHead }) =>
    furnishedPages(
      stripsOf(statement),
      {
        issuer: statement.provider.name,
        issuerId: `SIRET ${groupedSiret(statement.provider.siret)}`,
        reference: nameOf(statement),
        subject: statement.session.title,
        trailHead: auditHead,
        mark: undefined,
      },
      wideSheet,
    ),
};

const place = widthOn(wideSheet);

function stripsOf(statement: MonthStatementDocument): readonly Strip[] {
  const { provider, session, month, status, issuedOn } = statement;
  const facts = [
    { label: "Session", value: dotted(session.reference, session.listingReference) },
    { label: "Dates de la session", value: `du ${formatDay(session.startsOn)} au ${formatDay(session.endsOn)}` },
    { label: "Mois", value: dotted(sentenceCase(formatMonth(month)), status) },
    { label: "Établi le", value: formatDay(issuedOn) },
    { label: "Lieu", value: session.place, span: 4 },
  ];
  return [
    letterhead(provider.name, [`SIRET ${groupedSiret(provider.siret)}`, provider.activityMention ?? ""], "", place),
    { ...documentTitle("État mensuel d'assiduité", session.title, place), gap: 18, keepWithNext: true },
    { ...factsBand(facts, place), keepWithNext: true },
    ...keptWithNext(table(statement)),
    { ...textStrip(note, styles.label, { place }), gap: 9, keepWithNext: true },
    closing(statement),
  ];
}

const figures: readonly { readonly title: string; readonly width: number; readonly value: (row: StatementFigures) => string }[] = [
  { title: "Prévu", width: 60, value: ({ planned }) => formatMinutes(planned) },
  { title: "Suivi", width: 60, value: ({ minutes }) => shown(minutes.attended) },
  { title: "Retards et départs", width: 62, value: ({ minutes }) => shown(minutes.missed) },
  { title: "Absence justifiée", width: 62, value: ({ minutes }) => shown(minutes.excused) },
  { title: "Absence annoncée", width: 62, value: ({ minutes }) => shown(minutes.announced) },
  { title: "Absence injustifiée", width: 62, value: ({ minutes }) => shown(minutes.unexcused) },
  { title: "Arrêt ou abandon", width: 62, value: ({ minutes }) => shown(minutes.stopped) },
  { title: "Non renseigné", width: 66, value: ({ minutes }) => shown(minutes.unrecorded) },
  { title: "Assiduité", width: 56, value: ({ planned, minutes }) => formatAttendanceRate(minutes.attended, planned) },
];

function table({ rows, totals }: MonthStatementDocument): readonly Strip[] {
  return tableStrips({
    columns: [{ title: "Stagiaire" }, ...figures.map(({ title, width }) => ({ title, width, align: "right" as const }))],
    under: "",
    rows: rows.length === 0 ? [["Aucune demi-journée prévue"]] : rows.map((row) => [row.name, ...figures.map(({ value }) => value(row))]),
    closing: [[`Ensemble (${rows.length})`, ...figures.map(({ value }) => value(totals))]],
    place,
    gap: 14,
    look: dense,
  });
}

const note =
  "Les colonnes après « Prévu » en font la somme. L'assiduité est la part suivie des heures prévues, arrondie au dixième inférieur. Le motif d'une absence n'est pas imprimé.";

/** Who signed it off, or that nobody did; and where it is signed by hand. */
function closing({ closing, month, session }: MonthStatementDocument): Strip {
  const said =
    closing === undefined
      ? "Ce mois n'est pas clôturé : les heures peuvent encore changer."
      : `Clôturé le ${closing.at} par ${closing.by}. Empreinte de l'état clôturé : ${closing.digest}`;
  const object = `État mensuel de ${formatMonth(month)}, session ${session.reference}.`;
  const frames = signatureRows([{ name: "L'organisme de formation", expected: "Date, nom, signature et cachet" }]);
  return stacked(
    [headingStrip("Clôture"), textStrip(object, styles.body, { place }), textStrip(said, styles.small, { place, gap: 1 }), ...frames],
    sectionGap,
  );
}

/** Nothing is a dash: figures stand out. */
function shown(minutes: number): string {
  return minutes === 0 ? "–" : formatMinutes(minutes);
}

function nameOf({ session, month }: MonthStatementDocument): string {
  return `État mensuel ${session.reference} · ${formatMonth(month)}`;
}
