import { type AttendanceSheetDocument, counted, formatDay, formatMonth, type Label, type Language } from "@kairos/core";
import { command } from "../../command.js";
import { type AttendedSession, calledTrainee, loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { enrolledMeant } from "../../dossiers/attendance-correction.js";
import { printed, sheetDocument } from "../../dossiers/attendance-documents.js";
import { monthOption } from "../../dossiers/month-option.js";
import { sheetViewOf } from "../../dossiers/sheet-view.js";
import { day, optional, reference, yesOrNo } from "../../options.js";
import { both, done, line, type NextStep, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["feuille", "Imprime une feuille d'émargement, vierge ou remplie : d'un jour, d'un mois ou d'un stagiaire"],
    en: ["sheet", "Print an attendance sheet, blank or filled in: of a day, a month or a trainee"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite feuille session:SE-2026-014 jour:07/12/2026",
  options: {
    session: sessionOption,
    day: optional(
      day({ fr: ["jour", "Le jour ; le prochain de la session par défaut"], en: ["day", "The day; the session's next one by default"] }),
    ),
    month: optional(monthOption({ fr: ["mois", "Un mois entier : 12/2026, décembre"], en: ["month", "A whole month: 12/2026, December"] })),
    trainee: optional(
      reference("trainee", { fr: ["stagiaire", "Ce stagiaire, pour un mois"], en: ["trainee", "This trainee, for a month"] }),
    ),
    filled: optional(
      yesOrNo({
        fr: ["remplie", "Avec ce qui est saisi et signé ; vierge sinon"],
        en: ["filled", "With what is recorded and signed; blank otherwise"],
      }),
    ),
  },
  async run(desk) {
    const { input, store, today } = desk;
    const loaded = await loadAttendedSession(desk, input.session);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, schedule, roster } = loaded.value;
    const trace = { object: session.reference, details: { filled: input.filled === true } };
    const title = { fr: `Session ${session.reference} · feuille d'émargement`, en: `Session ${session.reference} · attendance sheet` };
    if (schedule === undefined || schedule.halfDays.length === 0)
      return done({ title, lines: [unplanned], next: [planIt(session.reference)], data: { trainees: 0 }, trace });
    const trainee = input.trainee === undefined ? undefined : await enrolledMeant(store, loaded.value, input.trainee);
    if (trainee?.ok === false) return refused(trainee.problems, { title, trace });
    const view = sheetViewOf({ ...input, trainee: trainee?.value }, schedule, roster, today);
    if (!view.ok) return refused(view.problems, { title, trace });
    const sheet = await sheetDocument(store, { ...loaded.value, schedule }, view.value, { isFilled: input.filled === true, today });
    return done({
      title,
      lines: [{ tone: "plain", text: summaryOf(sheet, loaded.value) }, ...lacking(sheet)],
      documents: [printed(sheet)],
      next: sheet.isFilled ? [] : nextOf(sheet),
      data: { view: sheet.view, trainees: sheet.rows.length, halfDays: sheet.halfDays.length },
      trace: { ...trace, details: { ...trace.details, view: view.value.by } },
    });
  },
});

const unplanned = line(
  "warning",
  "Cette session n'a pas encore de planning : il n'y a pas de demi-journée à signer.",
  "This session has no schedule yet: there is no half-day to sign.",
);

function planIt(session: string): NextStep {
  const text = { fr: "faire son planning", en: "make its schedule" };
  return { text, command: `/session planning reference:${session} semaine:lun-ven 9h-12h30 13h30-17h` };
}

/** `Feuille vierge, 07/12/2026 : 11 stagiaires, 2 demi-journées.` */
function summaryOf({ view, isFilled, rows, halfDays }: AttendanceSheetDocument, attended: AttendedSession): Label {
  const when = (language: Language) => (view.by === "day" ? formatDay(view.day, language) : formatMonth(view.month, language));
  const who = view.by === "trainee" ? [calledTrainee(attended, view.traineeId)] : [];
  return {
    fr: `${isFilled ? "Feuille remplie" : "Feuille vierge"}, ${[when("fr"), ...who].join(", ")} : ${counted(rows.length, "stagiaire")}, ${counted(halfDays.length, "demi-journée")}.`,
    en: `${isFilled ? "Filled sheet" : "Blank sheet"}, ${[when("en"), ...who].join(", ")}: ${counted(rows.length, "trainee", "trainees", "en")}, ${counted(halfDays.length, "half-day", "half-days", "en")}.`,
  };
}

/** A sheet that does not say who taught, or where, proves nothing. */
function lacking({ session, trainers, rows, isFilled }: AttendanceSheetDocument): readonly ReplyLine[] {
  const missing = [
    ...(trainers.some(({ name }) => name === undefined) ? [{ fr: "le formateur", en: "the trainer" }] : []),
    ...(session.place === undefined ? [{ fr: "le lieu", en: "the place" }] : []),
  ];
  const said = both((language) => missing.map((one) => one[language]).join(language === "fr" ? " et " : " and "));
  return [
    ...(missing.length === 0
      ? []
      : [
          line(
            "warning",
            `Il manque ${said.fr} : sans cela la feuille ne prouve rien. Complétez la session, ou écrivez-le à la main avant de faire signer.`,
            `What is missing is ${said.en}: without it the sheet proves nothing. Complete the session, or write it by hand before people sign.`,
          ),
        ]),
    ...(rows.length === 0
      ? [line("warning", "Aucun stagiaire n'est attendu : la feuille est sans nom.", "No trainee is expected: the sheet has no name.")]
      : []),
    ...(isFilled || rows.length === 0 ? [] : [onTheDay]),
  ];
}

const onTheDay = line(
  "muted",
  "À faire signer le jour même, par chaque stagiaire et par le formateur, à chaque demi-journée.",
  "To be signed on the day itself, by each trainee and by the trainer, at each half-day.",
);

function nextOf({ session, trainers }: AttendanceSheetDocument): readonly NextStep[] {
  const { reference, place } = session;
  const isTaught = trainers.every(({ name }) => name !== undefined);
  const correct = [!isTaught && "formateurs:…", place === undefined && "lieu:…"].filter((one) => one !== false);
  return [
    ...(correct.length === 0
      ? []
      : [
          {
            text: { fr: "compléter la session, puis réimprimer la feuille", en: "complete the session, then print the sheet again" },
            command: `/session corriger reference:${reference} ${correct.join(" ")}`,
          },
        ]),
    {
      text: { fr: "quand la feuille revient signée, la joindre", en: "once the sheet is back and signed, attach it" },
      command: `/assiduite joindre session:${reference} …`,
    },
  ];
}
