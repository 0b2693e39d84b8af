import { type Incident, knownFrom, laterBy, symptomLabels } from "@kairos/core";
import { openIncidents } from "./incidents-seen.js";
import type { Look, News, NewsKind } from "./notice.js";

/** Once three people have seen the same: to those who reported it before the third, who was told in the answer. */
export const incidentKnown: NewsKind = {
  shownBy: "/incident liste",
  find: async (look) => {
    const open = await openIncidents(look);
    return open.flatMap((head) => {
      const group = [head, ...open.filter(({ sameAs }) => sameAs === head.reference)];
      return group.length < knownFrom ? [] : newsOf(look, head, group);
    });
  },
};

/** How long it stays news, in minutes: whoever learns it the day after has moved on. */
const newsMinutes = 24 * 60;

function newsOf(look: Look, head: Incident, group: readonly Incident[]): readonly News[] {
  const firsts = new Map<string, Incident>();
  for (const one of group) if (!firsts.has(one.reporter)) firsts.set(one.reporter, one);
  const earlier = [...firsts.values()].slice(0, knownFrom - 1);
  const third = [...firsts.values()][knownFrom - 1];
  if (third === undefined) return [];
  const { reference, symptom } = head;
  return earlier.flatMap(({ reporter }) => {
    if (!look.people.has(reporter)) return [];
    const others = firsts.size - 1;
    return [
      {
        key: `incident-known:${reference}:${reporter}`,
        person: reporter,
        dueAt: third.reportedAt,
        until: laterBy(third.reportedAt, newsMinutes),
        data: { reference, others },
        message: [
          {
            text: {
              fr: `${others} autres personnes voient la même chose que vous (${symptomLabels[symptom].fr}). Tout est suivi dans ${reference} ; vous saurez quand c'est résolu.`,
              en: `${others} other people see the same as you (${symptomLabels[symptom].en}). All is followed in ${reference}; you will know when it is solved.`,
            },
            command: `/incident voir incident:${firsts.get(reporter)?.reference ?? reference}`,
          },
        ],
      },
    ];
  });
}
