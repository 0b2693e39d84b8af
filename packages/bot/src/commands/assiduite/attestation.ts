import type { Permission } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import { enrolledMeant } from "../../dossiers/attendance-correction.js";
import { certificatesReply } from "../../dossiers/certificates.js";
import { portalRecordsReply } from "../../dossiers/portal-records.js";
import { choice, duration, optional, reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

/** It commits the whole provider, and shows France Travail ids: not for whoever only teaches. */
const mayCertify: readonly Permission[] = ["attendance.read", "attendance.record"];

export default command({
  words: {
    fr: ["attestation", "Prépare les certificats de réalisation, ou de quoi remplir l'AIS et l'AES"],
    en: ["certificate", "Prepare completion certificates, or what to enter for the AIS and the AES"],
  },
  needs: mayCertify,
  visibility: "private",
  example: "/assiduite attestation session:SE-2026-014 stagiaire:T-0001 type:inscription",
  options: {
    session: sessionOption,
    trainee: optional(
      reference("trainee", { fr: ["stagiaire", "Ce stagiaire ; tous par défaut"], en: ["trainee", "This trainee; all by default"] }),
    ),
    kind: optional(
      choice(
        { fr: ["type", "Certificat de réalisation par défaut"], en: ["type", "Completion certificate by default"] },
        {
          completion: { fr: "réalisation", en: "completion" },
          enrolment: { fr: "inscription", en: "enrolment" },
          entry: { fr: "entrée", en: "entry" },
        },
      ),
    ),
    minutes: optional(
      duration({
        fr: ["heures", "Heures attendues, à comparer à l'assiduité : 70 h"],
        en: ["hours", "Hours expected, compared with attendance: 70 h"],
      }),
    ),
    signatory: optional(text({ fr: ["signataire", "Qui signe pour l'organisme"], en: ["signatory", "Who signs for the provider"] }, 80)),
    place: optional(
      text(
        {
          fr: ["lieu", "Où le certificat est établi ; la ville de l'organisme par défaut"],
          en: ["place", "Where it is issued; the provider's town by default"],
        },
        80,
      ),
    ),
  },
  async run(desk) {
    const { input, store, today } = desk;
    const loaded = await loadAttendedSession(desk, input.session, mayCertify);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, roster } = loaded.value;
    const trace = { object: session.reference };
    const trainee = input.trainee === undefined ? undefined : await enrolledMeant(store, loaded.value, input.trainee);
    if (trainee?.ok === false) return refused(trainee.problems, { trace });
    const subjects = roster.filter(({ traineeId }) => trainee === undefined || traineeId === trainee.value);
    if (subjects.length === 0) return done({ lines: [nobody], next: [enrol(session.reference)], trace });
    const { kind = "completion" } = input;
    return kind === "completion"
      ? certificatesReply(store, loaded.value, subjects, input, today)
      : portalRecordsReply(store, loaded.value, subjects, kind, today);
  },
});

const nobody = line(
  "warning",
  "Personne n'est inscrit à cette session : ni inscription, ni devis accepté.",
  "Nobody is enrolled in this session: no enrolment, no accepted quote.",
);

function enrol(session: string) {
  return { text: { fr: "inscrire un stagiaire", en: "enrol a trainee" }, command: `/assiduite inscrire session:${session} stagiaire:…` };
}
