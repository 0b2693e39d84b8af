import { addDays, can, daysBetween, formatDay, openReview, type Provider, reviewDueOn } from "@kairos/core";
import type { Look, News, NewsKind } from "./notice.js";

/** To those who manage access, the day the review is due, then each week while it is late. */
export const reviewDue: NewsKind = {
  shownBy: "/acces revue",
  find: async (look) => (await Promise.all(look.providers.map((provider) => newsOf(look, provider)))).flat(),
};

const everyDays = 7;
const hour = "08:30";

async function newsOf(look: Look, { siret, name, settings }: Provider): Promise<readonly News[]> {
  const reviews = await look.read([siret], (store) => store.accessReviews.list());
  const first = look.grants
    .filter((grant) => grant.siret === siret)
    .map(({ from }) => from)
    .sort()[0];
  const dueOn = reviewDueOn(reviews, first, settings.access.reviewMonths);
  if (dueOn === undefined || dueOn > look.today) return [];
  const weeks = Math.floor(daysBetween(dueOn, look.today) / everyDays);
  const toldOn = addDays(dueOn, weeks * everyDays);
  const isOpen = openReview(reviews) !== undefined;
  const isOneOfSeveral = look.providers.length > 1;
  const of = isOneOfSeveral ? `${name} · ` : "";
  const text = {
    fr: `${of}La revue des habilitations était attendue le ${formatDay(dueOn)}${isOpen ? " ; elle est ouverte, il reste à la clore" : ""}.`,
    en: `${of}The access review was due on ${formatDay(dueOn, "en")}${isOpen ? "; it is open and remains to be closed" : ""}.`,
  };
  return [...look.people].flatMap(([person, access]) =>
    can(access, "access.manage", siret)
      ? [
          {
            key: `review-due:${siret}:${toldOn}:${person}`,
            person,
            dueAt: look.at(toldOn, hour),
            until: look.at(addDays(toldOn, everyDays), "00:00"),
            data: { siret, dueOn },
            message: [{ text, command: isOneOfSeveral ? `/acces revue etablissement:${siret}` : "/acces revue" }],
          },
        ]
      : [],
  );
}
