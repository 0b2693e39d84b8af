import { attendanceGrid, countCells } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { heatmapOf, mapAlt, mapTable, monthsOf, shownMonth } from "../../dossiers/attendance-map.js";
import { emptyMonth, mapLines, nobodyEnrolled, otherMonths } from "../../dossiers/attendance-map-lines.js";
import { monthOption } from "../../dossiers/month-option.js";
import { planIt, unplanned } from "../../dossiers/session-calendar.js";
import { optional } from "../../options.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["carte", "Montre l'assiduité d'une session en image : stagiaires par demi-journées"],
    en: ["map", "Show a session's attendance as a picture: trainees by half-days"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite carte session:SE-2026-014",
  options: {
    session: sessionOption,
    month: optional(
      monthOption({ fr: ["mois", "Le mois à montrer : 12/2026, décembre"], en: ["month", "The month to show: 12/2026, December 2026"] }),
    ),
  },
  async run(context) {
    const { input, store, now, today } = context;
    const found = await loadAttendedSession(context, input.session);
    if (!found.ok) return refused(found.problems);
    const { session, schedule, roster } = found.value;
    const { reference } = session;
    const title = { fr: `Session ${reference} · carte d'assiduité`, en: `Session ${reference} · attendance map` };
    const trace = { object: reference };
    if (schedule === undefined || schedule.halfDays.length === 0)
      return done({ title, lines: [unplanned], next: [planIt(reference)], data: { trainees: roster.length, halfDays: 0 }, trace });
    if (roster.length === 0) return done({ title, lines: [nobodyEnrolled(reference)], data: { trainees: 0 }, trace });
    const months = monthsOf(schedule);
    const month = input.month ?? shownMonth(schedule, today);
    if (month !== undefined && !months.includes(month)) return done({ title, lines: [emptyMonth(month, months)], trace });
    const filter = { session: reference, ...(month !== undefined && { from: `${month}-01`, until: `${month}-31` }) };
    const [records, signIns] = [await store.attendance.of(filter), await store.signIns.of(filter)];
    const grid = attendanceGrid({ schedule, roster, records, signIns, now, ...(month !== undefined && { month }) });
    const scope = { session, month, today };
    return done({
      title,
      lines: mapLines(grid, scope, input.month === undefined),
      table: mapTable(grid, found.value),
      pictures: [
        {
          fileName: `assiduite-${reference}${month === undefined ? "" : `-${month}`}.png`,
          heatmap: heatmapOf(grid, scope),
          alt: mapAlt(grid, scope),
        },
      ],
      next: otherMonths(reference, months, month),
      data: {
        trainees: grid.rows.length,
        halfDays: grid.columns.length,
        attendedMinutes: grid.attended,
        dueMinutes: grid.due,
        cells: countCells(grid.rows.flatMap(({ cells }) => cells)),
        strays: grid.strays,
      },
      trace,
    });
  },
});
