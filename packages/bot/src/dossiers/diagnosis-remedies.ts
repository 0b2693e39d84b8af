import { type CauseId, type Conclusion, type Label, type Permission, permissionLabels, type Siret, symptomLabels } from "@kairos/core";
import { type Commands, rightsFor } from "../command.js";
import type { NextStep } from "../reply.js";
import type { DiagnosisOf } from "./diagnosis.js";

/** What a remedy is written with. */
export interface RemedyAbout extends DiagnosisOf {
  readonly permission: Permission | undefined;
  readonly person: string;
  /** The narrowest profile that would give the right that is missing. */
  readonly profile: string | undefined;
  /** The establishment, when it has to be named. */
  readonly place: Siret | undefined;
}

type Remedy = (about: RemedyAbout) => NextStep | undefined;

const step = (button: Label, command: string): NextStep => ({ text: button, button, command });

const explain: Remedy = ({ permission, person }) =>
  permission &&
  step(
    { fr: "voir d'où vient ce droit", en: "see where this right comes from" },
    `/acces expliquer personne:${person} droit:${permissionLabels[permission].fr}`,
  );
const grant: Remedy = ({ profile, person }) =>
  profile === undefined
    ? undefined
    : step({ fr: "accorder ce droit", en: "grant this right" }, `/acces accorder personne:${person} profil:${profile} motif:…`);
const followListing: Remedy = ({ session }) =>
  session === undefined
    ? undefined
    : step({ fr: "suivre le référencement", en: "follow the listing" }, `/session visibilite reference:${session}`);
const readQuote: Remedy = ({ quote }) =>
  quote === undefined ? undefined : step({ fr: "lire le devis", en: "read the quote" }, `/devis voir reference:${quote}`);
const checkQuote: Remedy = ({ quote }) =>
  quote === undefined ? undefined : step({ fr: "vérifier le devis", en: "check the quote" }, `/devis verifier reference:${quote}`);
const readMonth: Remedy = ({ session }) =>
  step(
    { fr: "lire l'état du mois", en: "read the month's statement" },
    `/assiduite mois${session === undefined ? "" : ` session:${session}`}`,
  );
const certify: Remedy = () =>
  step({ fr: "compléter la fiche de l'organisme", en: "complete the provider's record" }, "/organisme completer qualiopi-fin:…");
const checkLink: Remedy = () => step({ fr: "vérifier le lien", en: "check the link" }, "/acces lien lien:…");

/** What the desk itself can do about a cause. */
const remedies: Readonly<Partial<Record<CauseId, readonly Remedy[]>>> = {
  "forbidden-right": [grant, explain],
  "forbidden-portal": [explain],
  "quote-right": [grant, explain],
  "attendance-right": [grant, explain],
  "session-not-exported": [followListing],
  "session-seen": [followListing],
  "session-unsent": [followListing],
  "session-late": [followListing],
  "session-too-soon": [followListing],
  "session-unknown": [followListing],
  "quote-session": [followListing],
  "quote-uncertified": [certify],
  "quote-portal": [checkQuote],
  "quote-review": [readQuote],
  "quote-status": [readQuote],
  "quote-candidate": [readQuote],
  "attendance-month": [readMonth],
  "attendance-portal": [readMonth],
  phishing: [checkLink],
};

/** The direct remedies that the person may run, then the file for whoever can help. */
export function stepsAfter(
  { cause }: Pick<Conclusion, "cause">,
  about: RemedyAbout,
  { commands, may }: { readonly commands: Commands; readonly may: (permission: Permission, siret: Siret) => boolean },
): readonly NextStep[] {
  const { symptom, session, quote, place, provider } = about;
  const direct = (remedies[cause] ?? []).flatMap((remedy) => remedy(about) ?? []);
  const mine = direct.filter(({ command = "" }) => {
    const needs = commands.get(command.slice(1).split(" ").slice(0, 2).join(" "))?.needs ?? "none";
    const rights = rightsFor(needs);
    return rights.length === 0 || rights.some((right) => may(right, provider.siret));
  });
  const file = [
    "/incident ouvrir",
    `symptome:${symptomLabels[symptom].fr}`,
    `cause:${cause}`,
    ...(session === undefined ? [] : [`session:${session}`]),
    ...(quote === undefined ? [] : [`devis:${quote}`]),
    ...(place === undefined ? [] : [`etablissement:${place}`]),
    // What is left to say opens the form.
    "…",
  ].join(" ");
  return [...mine, step({ fr: "préparer le dossier", en: "prepare the file" }, file)];
}
