import type { IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { type Membership, type MembershipAction, type MembershipDocument, stepsUnderWay } from "./membership.js";

/** One line of the path: what was done or is awaited, and when. */
export interface MembershipPathStep {
  readonly label: Label;
  readonly document: MembershipDocument | undefined;
  /** Nothing while it is awaited. */
  readonly on: IsoDate | undefined;
}

interface Row {
  readonly action: MembershipAction;
  readonly label: Label;
  readonly document?: MembershipDocument;
}

/** From the request to the icon, in order. */
const rows: readonly Row[] = [
  { action: "prepare", label: { fr: "Demande préparée", en: "Request prepared" } },
  { action: "send", label: { fr: "Demande envoyée", en: "Request sent" }, document: "request" },
  { action: "approve", label: { fr: "Demande acceptée", en: "Request approved" }, document: "approval" },
  { action: "receive", label: { fr: "Identifiant reçu", en: "Identifier received" }, document: "identifier-letter" },
  { action: "receive", label: { fr: "Mot de passe à créer", en: "Password to be set" }, document: "password-letter" },
  { action: "open", label: { fr: "Portail ouvert", en: "Portal opened" } },
  { action: "grant", label: { fr: "Droits donnés dans GID", en: "Rights granted in GID" } },
  { action: "activate", label: { fr: "Icône Kairos visible", en: "Kairos icon visible" } },
];

/** A membership that was active before it was recorded: the rest of its path is not known. */
const declared: Row = { action: "declare", label: { fr: "Adhésion déclarée active", en: "Membership declared active" } };

export function pathOf(membership: Membership | undefined): readonly MembershipPathStep[] {
  const steps = stepsUnderWay(membership);
  const dayOf = ({ action, document }: Row) =>
    document === undefined ? steps.filter((step) => step.action === action).at(-1)?.on : membership?.documents[document];
  const shown = steps.some(({ action }) => action === "declare") ? [declared] : rows;
  return shown.map((row) => ({ label: row.label, document: row.document, on: dayOf(row) }));
}
