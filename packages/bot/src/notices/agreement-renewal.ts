import {
  type AgreementReminder,
  agreementReminderReached,
  daysBetween,
  establishmentsFor,
  formatDay,
  type IsoDate,
  type Membership,
  type Provider,
} from "@kairos/core";
import { tellingHour } from "./hour.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** An agreement ends soon: said to each person who manages the establishment, once for each reminder day of each end. */
export const agreementRenewal: NewsKind = {
  shownBy: "/adhesion statut",
  find: async (look) => {
    const found: News[] = [];
    for (const [person, access] of look.people) {
      const scope = establishmentsFor(access, "provider.manage");
      if (scope.length > 0) found.push(...(await remindersFor(look, person, scope)));
    }
    return found;
  },
};

async function remindersFor(look: Look, person: string, scope: ReturnType<typeof establishmentsFor>): Promise<readonly News[]> {
  const { providers, memberships } = await look.read(scope, async (store) => {
    return { providers: await store.providers.list(), memberships: await store.memberships.list() };
  });
  return providers.flatMap((provider) => {
    const due = agreementReminderReached(provider, look.today);
    if (due === undefined) return [];
    const { siret } = provider;
    const { endsOn, beforeDays, dayOn, untilOn } = due;
    const membership = memberships.find((one) => one.siret === siret);
    return [
      {
        key: `agreement:${siret}:${endsOn}:${beforeDays}:${person}`,
        person,
        dueAt: look.at(dayOn, tellingHour(look.settings)),
        until: look.at(untilOn, "00:00"),
        data: { siret, endsOn, beforeDays },
        message: messageOf(provider, due, membership, look.today),
      },
    ];
  });
}

function messageOf(
  { siret, agreement }: Provider,
  { endsOn }: AgreementReminder,
  membership: Membership | undefined,
  today: IsoDate,
): Message {
  const asked = membership?.documents["renewal-request"];
  const left = daysBetween(today, endsOn);
  const when = {
    fr: left === 0 ? "aujourd'hui" : `dans ${left} jour${left > 1 ? "s" : ""}`,
    en: left === 0 ? "today" : `in ${left} day${left > 1 ? "s" : ""}`,
  };
  const next =
    asked === undefined
      ? { fr: "Demandez le renouvellement à France Travail.", en: "Ask France Travail for the renewal." }
      : {
          fr: `Renouvellement demandé le ${formatDay(asked)} : relancez France Travail.`,
          en: `Renewal asked for on ${formatDay(asked, "en")}: follow it up with France Travail.`,
        };
  const supposed =
    agreement?.assumed === true
      ? { fr: " (date supposée : vérifiez sur le courrier)", en: " (a supposed date: check on the letter)" }
      : { fr: "", en: "" };
  const text = {
    fr: `Établissement ${siret} : l'adhésion au portail prend fin le ${formatDay(endsOn)}, ${when.fr}${supposed.fr}. ${next.fr}`,
    en: `Establishment ${siret}: the portal agreement ends on ${formatDay(endsOn, "en")}, ${when.en}${supposed.en}. ${next.en}`,
  };
  return [{ text, command: "/adhesion statut" }];
}
