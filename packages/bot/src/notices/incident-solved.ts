import { addDays, dayOf, type Incident, symptomLabels } from "@kairos/core";
import { incidentsIn } from "./incidents-seen.js";
import type { Look, News, NewsKind } from "./notice.js";

/** To who reported an incident that somebody else solved, whether by itself or with the one it was attached to. */
export const incidentSolved: NewsKind = {
  shownBy: "/incident liste",
  find: async (look) => {
    const solved = await incidentsIn(look, ["solved"]);
    return solved.flatMap((incident) => newsOf(look, incident));
  },
};

/** How long it stays news. */
const newsDays = 3;

function newsOf(look: Look, { reference, symptom, reporter, sameAs, history }: Incident): readonly News[] {
  const { people, settings, at, today } = look;
  const last = history.filter(({ action }) => action === "solve").at(-1);
  if (last === undefined || last.by === reporter || !people.has(reporter)) return [];
  const until = at(addDays(dayOf(last.at, settings.timeZone), newsDays), "00:00");
  if (until <= at(today, "00:00")) return [];
  const by = sameAs === undefined ? { fr: "", en: "" } : { fr: ` avec ${sameAs}`, en: ` with ${sameAs}` };
  return [
    {
      key: `incident-solved:${reference}:${last.at}:${reporter}`,
      person: reporter,
      dueAt: last.at,
      until,
      data: { reference },
      message: [
        {
          text: {
            fr: `${reference} (${symptomLabels[symptom].fr}) est résolu${by.fr}. Si cela recommence, rouvrez-le.`,
            en: `${reference} (${symptomLabels[symptom].en}) is solved${by.en}. If it happens again, reopen it.`,
          },
          command: `/incident voir incident:${reference}`,
        },
      ],
    },
  ];
}
