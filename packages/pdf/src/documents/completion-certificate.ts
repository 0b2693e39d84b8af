import { type CompletionCertificate, type CompletionCertificatesDocument, formatDay, formatMinutes } from "@kairos/core";
import { type Fact, factRows } from "../layout/facts.js";
import { furnishedPages } from "../layout/furniture.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, letterhead } from "../layout/masthead.js";
import { signatureRows } from "../layout/signatures.js";
import { headingStrip, sectionGap, stacked, textStrip } from "../layout/strips.js";
import { styles } from "../layout/theme.js";
import type { PdfDocument } from "./document.js";
import { dotted, groupedSiret, placeOf } from "./phrases.js";

/** Completion certificates (certificats de réalisation), each on pages of its own. */
export const completionCertificateDocument: PdfDocument<CompletionCertificatesDocument> = {
  title: ({ session, certificates: [first, second] }) =>
    first !== undefined && second === undefined
      ? `Certificat de réalisation – ${nameOf(first)}`
      : `Certificats de réalisation – ${session}`,
  author: ({ certificates: [first] }) => first?.provider.name ?? "",
  pages: ({ certificates }, { auditHead }) =>
    certificates.flatMap((certificate) =>
      furnishedPages(stripsOf(certificate), {
        issuer: certificate.provider.name,
        issuerId: `SIRET ${groupedSiret(certificate.provider.siret)}`,
        reference: `Certificat de réalisation · ${dotted(certificate.training.sessionReference, certificate.trainee.id)}`,
        subject: certificate.training.title,
        trailHead: auditHead,
        mark: undefined,
      }),
    ),
};

function stripsOf({ provider, trainee, training, signatory = "", place = "", issuedOn }: CompletionCertificate): readonly Strip[] {
  const { name, siret, address, activityMention } = provider;
  const where = address && placeOf(address);
  const days = `du ${formatDay(training.startsOn ?? "")} au ${formatDay(training.endsOn ?? "")}`;
  const certified = `${signatory}, pour l'organisme de formation ${name}, atteste que la personne nommée ci-dessous a suivi l'action de formation suivante.`;
  const person: Fact[] = [
    { label: "Nom du stagiaire", value: nameOf({ trainee }), span: 2 },
    { label: "Entreprise", value: trainee.employer, span: 2 },
  ];
  const action: Fact[] = [
    { label: "Nature de l'action", value: training.nature, span: 2 },
    { label: "Session", value: training.sessionReference },
    { label: "Dates", value: days, span: 2 },
    { label: "Durée suivie", value: formatMinutes(training.attendedMinutes) },
  ];
  return [
    letterhead(name, [dotted(where, `SIRET ${groupedSiret(siret)}`), activityMention ?? ""]),
    { ...documentTitle("Certificat de réalisation", nameOf({ trainee })), gap: 36 },
    textStrip(certified, styles.body, { gap: 14 }),
    headingStrip("Stagiaire"),
    ...factRows(person, 2),
    headingStrip("Action suivie"),
    { ...textStrip(training.title, styles.lead), keepWithNext: true },
    ...factRows(action, 6),
    textStrip(basis, styles.small, { gap: 14 }),
    signing(signatory, place, issuedOn),
  ];
}

const basis =
  "La durée est la somme des demi-journées suivies, relevées à l'émargement ; les absences, les retards et les départs avant la fin n'y sont pas comptés.";

function signing(signatory: string, place: string, issuedOn: string): Strip {
  const made = `Fait à ${place}, le ${formatDay(issuedOn)}.`;
  const frames = signatureRows([{ name: signatory, expected: "Signature, et cachet de l'organisme de formation" }]);
  return stacked([headingStrip("Signature"), textStrip(made, styles.body), ...frames], sectionGap);
}

function nameOf({ trainee }: Pick<CompletionCertificate, "trainee">): string {
  return trainee.name ?? trainee.id;
}
