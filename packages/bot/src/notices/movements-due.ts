import { addDays, can, counted, establishmentsFor, type IsoDate, type Movement, type Siret } from "@kairos/core";
import { isWaiting, movementDossiers } from "../dossiers/movements.js";
import { tellingHour } from "./hour.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** Once a day, to those who record attendance: what is late, and what must be declared by tomorrow. */
export const movementsDue: NewsKind = {
  shownBy: "/assiduite mouvements",
  find: async (look) => {
    const pressing = new Map<Siret, readonly Movement[]>();
    for (const { siret } of look.providers) {
      const isRecorded = [...look.people.values()].some((access) => can(access, "attendance.record", siret));
      if (isRecorded) pressing.set(siret, await pressingAt(look, siret));
    }
    return [...look.people].flatMap(([person, access]) =>
      newsOf(
        look,
        person,
        establishmentsFor(access, "attendance.record").flatMap((siret) => pressing.get(siret) ?? []),
      ),
    );
  },
};

function newsOf(look: Look, person: string, pressing: readonly Movement[]): readonly News[] {
  if (pressing.length === 0) return [];
  const counts = countsOf(pressing, look.today);
  return [
    {
      key: `movements-due:${look.today}:${person}`,
      person,
      dueAt: look.at(look.today, tellingHour(look.settings)),
      until: look.at(addDays(look.today, 1), "00:00"),
      data: { on: look.today, ...counts },
      message: messageOf(pressing, counts),
    },
  ];
}

async function pressingAt(look: Look, siret: Siret): Promise<readonly Movement[]> {
  const tomorrow = addDays(look.today, 1);
  const dossiers = await look.read([siret], (store) => movementDossiers(store, look.today));
  return dossiers.flatMap(({ movements }) => movements.filter((movement) => isWaiting(movement) && movement.dueOn <= tomorrow));
}

interface Counts {
  readonly late: number;
  readonly today: number;
  readonly tomorrow: number;
}

function countsOf(pressing: readonly Movement[], today: IsoDate): Counts {
  return {
    late: pressing.filter(({ dueOn }) => dueOn < today).length,
    today: pressing.filter(({ dueOn }) => dueOn === today).length,
    tomorrow: pressing.filter(({ dueOn }) => dueOn > today).length,
  };
}

/** How many sessions a message names. */
const most = 10;

function messageOf(pressing: readonly Movement[], { late, today, tomorrow }: Counts): Message {
  const sessions = [...new Set(pressing.map(({ sessionReference }) => sessionReference))].sort();
  const rest = sessions.length - most;
  const named = sessions.slice(0, most).join(", ");
  const fr = [
    ...(late > 0 ? [`${late} en retard`] : []),
    ...(today > 0 ? [`${today} aujourd'hui`] : []),
    ...(tomorrow > 0 ? [`${tomorrow} demain au plus tard`] : []),
  ].join(", ");
  const en = [
    ...(late > 0 ? [`${late} late`] : []),
    ...(today > 0 ? [`${today} today`] : []),
    ...(tomorrow > 0 ? [`${tomorrow} by tomorrow`] : []),
  ].join(", ");
  const text = {
    fr: `${counted(pressing.length, "mouvement")} à déclarer à France Travail : ${fr} (${named}${rest > 0 ? ` et ${rest} de plus` : ""}).`,
    en: `${counted(pressing.length, "movement", "movements", "en")} to declare to France Travail: ${en} (${named}${rest > 0 ? ` and ${rest} more` : ""}).`,
  };
  return [{ text, command: "/assiduite mouvements" }];
}
