import { type ListingStatus, listingStatusLabels, listingStatusOn, type Session } from "@kairos/core";
import { command } from "../../command.js";
import { listingLabel } from "../../dossiers/listings.js";
import { personFrom } from "../../dossiers/people.js";
import { sessionSummary } from "../../dossiers/sessions.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { choice, day, given, optional, reference, text } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

const most = 100;

export default command({
  words: {
    fr: ["liste", "Liste les sessions et où en est leur référencement"],
    en: ["list", "List the sessions and where their listing stands"],
  },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/session liste",
  options: {
    search: optional(
      text({ fr: ["cherche", "Mot de l'intitulé ou de la référence"], en: ["search", "Word of the title or reference"] }, 80),
    ),
    status: optional(choice({ fr: ["statut", "Seulement ce statut"], en: ["status", "Only this status"] }, listingStatusLabels)),
    from: optional(day({ fr: ["depuis", "Qui finissent ce jour ou après"], en: ["since", "That end on this day or after"] })),
    until: optional(day({ fr: ["jusqua", "Qui commencent ce jour ou avant"], en: ["until", "That start on this day or before"] })),
    trainer: optional(reference("person", { fr: ["formateur", "Seulement ce formateur"], en: ["trainer", "Only this trainer"] })),
  },
  async run({ input, store, today }) {
    const { status, trainer, ...filter } = input;
    const teacher = trainer === undefined ? undefined : await personFrom(store, trainer);
    if (trainer !== undefined && teacher === undefined) {
      return refused([unknownReference("person", "formateur", trainer)]);
    }
    const isNarrowed = status !== undefined || teacher !== undefined;
    const read = await store.sessions.list({ ...given(filter), ...(!isNarrowed && { limit: most + 1 }) });
    const found = read.filter((session) => isWanted(session, today, status, teacher?.id));
    const sessions = found.slice(0, most);
    return done({
      title: { fr: "Sessions", en: "Sessions" },
      ...(sessions.length === 0
        ? { lines: [line("plain", "Aucune session ne correspond.", "No session matches.")] }
        : {
            table: {
              columns,
              rows: sessions.map((session) => [same(session.reference), sessionSummary(session), listingLabel(session, today)]),
              open: { path: "session voir", option: "reference" },
            },
          }),
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} sessions qui commencent le plus tard ; donnez un mot de l'intitulé, un statut ou une période pour trouver les autres.`,
            `The ${most} sessions that start last; give a word of the title, a status or a period to find the others.`,
          ),
        ],
      }),
      data: {
        sessions: sessions.map((session) => session.reference),
      },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Session", en: "Session" },
  { fr: "Référencement", en: "Listing" },
];

function isWanted(session: Session, today: string, status: ListingStatus | undefined, trainer: string | undefined): boolean {
  if (trainer !== undefined && session.trainers?.includes(trainer) !== true) return false;
  return status === undefined || listingStatusOn(session, today) === status;
}
