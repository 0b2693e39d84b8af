import { counted, formatCents, type IsoDate } from "@kairos/core";
import { command } from "../../command.js";
import { sessionOption } from "../../dossiers/attendance.js";
import { type CoveredThing, coverageLines, coverageTable, coveredSession, coveredSessions, thingsIn } from "../../dossiers/coverage.js";
import { loadSession } from "../../dossiers/sessions.js";
import { optional } from "../../options.js";
import { coverageSvg, mostGroups } from "../../pictures/coverage.js";
import { both, done, line, type Reply, type ReplyPicture, refused, same } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["suivi", "Pour chaque session : commandé, réalisé, facturé, payé"],
    en: ["follow", "For each session: ordered, delivered, billed, paid"],
  },
  needs: "invoice.read",
  visibility: "private",
  example: "/facture suivi session:SE-2026-014",
  options: { session: optional(sessionOption) },
  async run({ input, store, today }) {
    if (input.session === undefined) return everySession(store, today);
    const found = await loadSession(store, input.session, "session");
    if (!found.ok) return refused(found.problems);
    const { reference, title } = found.value;
    const things = thingsIn(await coveredSession(store, found.value));
    return answered(things, today, {
      title: { fr: `Suivi de ${reference} · ${title}`, en: `Follow-up of ${reference} · ${title}` },
      first: { fr: "Commande ou devis", en: "Order or quote" },
      file: `suivi-${reference}.png`,
      trace: { object: reference },
    });
  },
});

async function everySession(store: Store, today: IsoDate): Promise<Reply> {
  const { sessions, left } = await coveredSessions(store);
  const things = sessions.map(({ session, coverage }) => ({ name: same(session.reference), said: session.title, cents: coverage.cents }));
  return answered(things, today, {
    title: { fr: "Suivi des sessions", en: "Follow-up of sessions" },
    first: { fr: "Session", en: "Session" },
    file: "suivi-sessions.png",
    open: { path: "facture suivi", option: "session" },
    left,
  });
}

interface Shown extends Pick<Reply, "trace"> {
  readonly title: { readonly fr: string; readonly en: string };
  readonly first: { readonly fr: string; readonly en: string };
  readonly file: string;
  readonly open?: { readonly path: string; readonly option: string };
  readonly left?: number;
}

function answered(things: readonly (CoveredThing & { readonly said?: string })[], today: IsoDate, shown: Shown): Reply {
  const { title, first, file, open, left = 0, trace } = shown;
  const nothing = line("plain", "Rien n'est encore commandé, convenu ni facturé.", "Nothing is ordered, agreed or billed yet.");
  const more = line(
    "muted",
    `${counted(left, "session plus ancienne", "sessions plus anciennes")} : nommez-la pour la voir.`,
    `${counted(left, "older session", "older sessions", "en")}: name it to see it.`,
  );
  return done({
    title,
    lines: things.length === 0 ? [nothing] : [...coverageLines(things), ...(left > 0 ? [more] : [])],
    ...(things.length > 0 && {
      table: { ...coverageTable(first, things), ...(open !== undefined && { open }) },
      pictures: [pictureOf(title.fr, things, file, today)],
    }),
    data: { rows: things.map(({ name, cents }) => ({ name: name.fr, ...cents })) },
    ...(trace !== undefined && { trace }),
  });
}

function pictureOf(
  title: string,
  things: readonly (CoveredThing & { readonly said?: string })[],
  fileName: string,
  today: IsoDate,
): ReplyPicture {
  const groups = things.map(({ name, said, cents }) => ({ name: said === undefined ? name.fr : `${name.fr} · ${said}`, cents }));
  const alt = both((language) => {
    const shown = things.slice(0, mostGroups).map(({ name, cents: { ordered, delivered, billed, paid } }) => {
      const [o, d, b, p] = [ordered, delivered, billed, paid].map((cents) => formatCents(cents, language));
      return language === "fr"
        ? `${name.fr} : commandé ${o}, réalisé ${d}, facturé ${b}, payé ${p}`
        : `${name.en}: ordered ${o}, delivered ${d}, billed ${b}, paid ${p}`;
    });
    return `${shown.join(" ; ")}.`;
  });
  return { fileName, alt, svg: coverageSvg({ title, groups, today }) };
}
