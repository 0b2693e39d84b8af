import {
  counted,
  type DeskFacts,
  type Explanation,
  enumerate,
  exportFaultLabels,
  formatDay,
  formatMonth,
  type Label,
  type Language,
  type OwnProfile,
  type Permission,
  type Provider,
  permissionLabels,
  profileLabel,
  quoteStatusLabels,
  type Want,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";

/** What the facts are told with. */
export interface Telling {
  readonly provider: Provider;
  readonly own: readonly OwnProfile[];
  /** Of the right that `access` explains. */
  readonly permission: Permission | undefined;
  readonly actor: string;
  readonly nameOf: (person: string) => string;
}

/** What the desk looked at, and where it stands: each fact with its origin. */
export function factLines(facts: DeskFacts, telling: Telling): readonly ReplyLine[] {
  const { access, idleDays, visibility, quoteStatus, isCertified, openMonths } = facts;
  return [
    ...(access === undefined || telling.permission === undefined ? [] : accessLines(access, telling.permission, telling)),
    ...(idleDays === undefined
      ? []
      : [
          line(
            "muted",
            `Journal du bureau : votre dernier acte, incidents mis à part, remonte à ${counted(idleDays, "jour")}.`,
            `The desk's trail: your last act, incidents apart, was ${counted(idleDays, "day", "days", "en")} ago.`,
          ),
        ]),
    ...(visibility === undefined ? [] : [listingLine(visibility)]),
    ...(isCertified === undefined ? [] : [certificationLine(telling.provider, isCertified)]),
    ...(quoteStatus === undefined
      ? []
      : [
          line(
            "muted",
            `Devis du bureau : « ${quoteStatusLabels[quoteStatus].fr} ».`,
            `The desk's quote: “${quoteStatusLabels[quoteStatus].en}”.`,
          ),
        ]),
    ...(openMonths === undefined ? [] : [monthsLine(openMonths)]),
  ];
}

function accessLines(access: Explanation, permission: Permission, { own, actor, nameOf }: Telling): readonly ReplyLine[] {
  const right = permissionLabels[permission];
  if (access.granted) {
    const held = (language: Language) => enumerate(access.by.map(({ id, profile }) => `${id}, ${profileLabel(profile, own)[language]}`));
    return [
      line(
        "muted",
        `Habilitations du bureau : vous avez « ${right.fr} » (${held("fr")}).`,
        `The desk's access grants: you hold “${right.en}” (${held("en")}).`,
      ),
    ];
  }
  const { why, grant, profile, givers } = access;
  const of = grant === undefined ? "" : ` (${grant.id})`;
  const lacks = line(
    "bad",
    `Habilitations du bureau : il vous manque « ${right.fr} » : ${wants[why].fr}${of}.`,
    `The desk's access grants: you lack “${right.en}”: ${wants[why].en}${of}.`,
  );
  if (profile === undefined) return [lacks];
  const others = givers.filter((person) => person !== actor);
  const narrowest = profileLabel(profile, own);
  const people = others.map(nameOf).join(", ");
  const grantIt = `/acces accorder personne:${actor} profil:${profile} motif:…`;
  return [
    lacks,
    others.length === 0
      ? line(
          "plain",
          `Le profil le plus étroit qui le donne : ${narrowest.fr}. Personne d'autre que vous ne peut l'accorder ici.`,
          `The narrowest profile that gives it: ${narrowest.en}. Nobody but you can grant it here.`,
        )
      : line(
          "plain",
          `Le profil le plus étroit qui le donne : ${narrowest.fr}. Qui peut l'accorder : ${people}, par ${grantIt}`,
          `The narrowest profile that gives it: ${narrowest.en}. Who can grant it: ${people}, by ${grantIt}`,
        ),
  ];
}

function listingLine({ seenOn, leftOut, sentOn, display }: NonNullable<DeskFacts["visibility"]>): ReplyLine {
  const said = (language: Language): string => {
    const day = (on: string) => formatDay(on, language);
    const isFrench = language === "fr";
    if (seenOn !== undefined) return isFrench ? `vue dans Kairos le ${day(seenOn)}` : `seen in Kairos on ${day(seenOn)}`;
    if (leftOut.length > 0) {
      const faults = leftOut.map((fault) => exportFaultLabels[fault][language]).join(", ");
      return isFrench ? `ce qui la retient : ${faults}` : `what holds it back: ${faults}`;
    }
    if (sentOn === undefined || display === undefined) return isFrench ? "aucun envoi noté" : "no sending recorded";
    return isFrench
      ? `envoyée le ${day(sentOn)}, attendue entre le ${day(display.expectedFrom)} et le ${day(display.expectedBy)}`
      : `sent on ${day(sentOn)}, expected between ${day(display.expectedFrom)} and ${day(display.expectedBy)}`;
  };
  return line("muted", `Référencement de la session : ${said("fr")}.`, `Listing of the session: ${said("en")}.`);
}

function certificationLine({ qualiopi }: Provider, isCertified: boolean): ReplyLine {
  if (qualiopi === undefined) {
    return line("muted", "Fiche de l'organisme : aucune certification Qualiopi.", "The provider's record: no Qualiopi certification.");
  }
  const { endsOn } = qualiopi;
  return line(
    "muted",
    `Fiche de l'organisme : Qualiopi ${isCertified ? "valable jusqu'au" : "finie le"} ${formatDay(endsOn)}.`,
    `The provider's record: Qualiopi ${isCertified ? "in force until" : "ended on"} ${formatDay(endsOn, "en")}.`,
  );
}

function monthsLine(months: readonly string[]): ReplyLine {
  if (months.length === 0) {
    return line(
      "muted",
      "Assiduité du bureau : aucun mois commencé n'attend.",
      "The desk's attendance: no month that has begun is waiting.",
    );
  }
  const named = (language: Language) => enumerate(months.map((month) => formatMonth(month, language)));
  return line("muted", `Assiduité du bureau : à clôturer, ${named("fr")}.`, `The desk's attendance: to be closed, ${named("en")}.`);
}

const wants: Readonly<Record<Want, Label>> = {
  left: { fr: "votre départ est enregistré", en: "your departure is recorded" },
  ended: {
    fr: "l'habilitation qui le donnait a pris fin ou a été retirée",
    en: "the access grant that gave it has ended or was withdrawn",
  },
  "to-come": { fr: "l'habilitation qui le donnera n'a pas encore commencé", en: "the access grant that will give it has not begun yet" },
  elsewhere: { fr: "vous l'avez pour un autre établissement seulement", en: "you have it for another establishment only" },
  "not-in-profile": { fr: "aucun de vos profils ne le donne ici", en: "none of your profiles gives it here" },
  "no-grant": { fr: "vous n'avez aucune habilitation en vigueur ici", en: "you have no access grant in force here" },
};
