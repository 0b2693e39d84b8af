import { type Label, listingStanding, type SessionInput } from "@kairos/core";
import { expect, it } from "vitest";
import { aProvider, aSession, type Overrides, today } from "../../examples/index.js";
import { aListing, listedAs } from "./listing-examples.js";

const bare = { listingReference: undefined };
const begun = { startsOn: "2026-11-09", endsOn: "2026-11-20" };
const over = { startsOn: "2026-11-02", endsOn: "2026-11-13" };

/** A session of each standing, on 16 November 2026. */
const sessions: Readonly<Record<string, Overrides<SessionInput>>> = {
  draft: bare,
  untracked: {},
  ready: { listing: listedAs("ready") },
  sent: { listing: listedAs("sent", "2026-11-13") },
  late: { listing: listedAs("sent") },
  "left-out": { listing: listedAs("sent"), initialTraining: true },
  visible: { listing: listedAs("visible") },
  open: { listing: listedAs("open") },
  full: { listing: listedAs("full") },
  suspended: { listing: listedAs("suspended") },
  running: { ...begun, listing: listedAs("running") },
  ended: { ...over, listing: listedAs("ended", "2026-11-13") },
  archived: { ...over, listing: listedAs("archived", "2026-11-13") },
  cancelled: { listing: listedAs("cancelled") },
};

const standingOf = (session: Overrides<SessionInput>) => listingStanding(aSession(session), aProvider().settings, today);

it("where a listing stands is said in both languages: who acts, what comes next", () => {
  const both = ({ fr, en }: Label) => `${fr} | ${en}`;
  const said = Object.values(sessions).flatMap((session) => {
    const { kind, who, where, next, actions } = standingOf(session);
    return [`${kind} · ${who} [${actions.join(", ")}]`, `  ${both(where)}`, `  ${both(next)}`];
  });
  expect(said.join("\n")).toMatchInlineSnapshot(`
    "draft · provider [complete]
      La fiche est en préparation. | The entry is being prepared.
      Complétez la fiche, puis notez qu'elle est prête. | Complete the entry, then record that it is ready.
    untracked · provider [complete]
      La session a un numéro Carif-Oref, mais les étapes de son référencement ne sont pas suivies ici. | The session has a Carif-Oref number, but the steps of its listing are not followed here.
      Notez les étapes déjà passées, chacune avec son jour : prête, transmise, vue dans Kairos. | Record the steps already taken, each with its day: ready, sent, seen in Kairos.
    ready · provider [send, rework]
      La fiche est prête à référencer. | The entry is ready to be listed.
      Transmettez-la à la base régionale du Carif-Oref, puis notez le jour de l'envoi. | Send it to the regional base of the Carif-Oref, then record the day it was sent.
    sent · nobody [see]
      La fiche est transmise à la base régionale. | The entry was sent to the regional base.
      Attendez les jours ci-dessus. Quand la session s'affiche dans Kairos, notez-le avec son numéro Carif-Oref. | Wait for the days above. When the session shows in Kairos, record it with its Carif-Oref number.
    late · agency [see, rework]
      La fiche est transmise, mais la session devrait déjà s'afficher dans Kairos. | The entry was sent, but the session should show in Kairos already.
      Sur le site du Carif-Oref, vérifiez que la fiche est indiquée comme transmise. Si elle l'est, écrivez à votre contact France Travail pour Kairos ; sinon, au Carif-Oref. | On the Carif-Oref's site, check that the entry is marked as sent. If it is, write to your France Travail contact for Kairos; if not, to the Carif-Oref.
    left-out · regional-base [rework, see]
      La fiche est transmise, mais la base régionale ne l'envoie pas à France Travail. | The entry was sent, but the regional base does not pass it on to France Travail.
      Corrigez ce qui la retient, ou demandez au Carif-Oref pourquoi elle n'est pas envoyée. | Correct what holds it back, or ask the Carif-Oref why it is not passed on.
    visible · provider [open, fill, suspend]
      La session est visible dans Kairos. | The session shows in Kairos.
      Ouvrez les inscriptions quand vous êtes prêts à recevoir des candidats. | Open enrolment when you are ready for candidates.
    open · provider [fill, suspend]
      Les inscriptions sont ouvertes. | Enrolment is open.
      Notez quand la session est complète, ou suspendue. | Record when the session is full, or suspended.
    full · nobody [open]
      La session est complète. | The session is full.
      Si une place se libère, rouvrez les inscriptions. | If a place becomes free, open enrolment again.
    suspended · provider [open, rework, cancel]
      Les inscriptions sont suspendues. | Enrolment is suspended.
      Rouvrez les inscriptions, reprenez la fiche, ou annulez la session. | Open enrolment again, rework the entry, or cancel the session.
    running · nobody [end]
      La session est en cours. | The session is running.
      Rien à faire avant son dernier jour. | Nothing to do before its last day.
    ended · provider [archive]
      La session est terminée. | The session has ended.
      Archivez-la quand tous ses dossiers sont clos. | Archive it once all its files are closed.
    archived · nobody []
      La session est archivée. | The session is archived.
      Plus rien à faire. | Nothing more to do.
    cancelled · nobody []
      La session est annulée : elle ne retient plus ni formateur ni salle. | The session is cancelled: it keeps no trainer and no room any more.
      Retirez-la aussi de la base régionale si elle y est encore. | Take it out of the regional base too if it is still there."
  `);
});

it("a listing begun and taken back is not one that nobody followed", () => {
  const reworked = { listing: aListing("draft", ["complete", "2026-11-02"], ["rework", "2026-11-04"]) };
  expect(standingOf(reworked)).toMatchObject({ kind: "draft", status: "draft", since: "2026-11-04" });
});
