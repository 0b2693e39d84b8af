import { formatDay, type IsoDate } from "../shared/calendar.js";
import { type ProblemOf, refusal } from "../shared/rules.js";
import { enumerate } from "../shared/text.js";
import { type Permission, permissionLabels } from "./permissions.js";
import { type ProfileId, profiles } from "./profiles.js";

/** A right that is not held, and who may grant it, by the names they are called; none when that is not theirs to know. */
export interface MissingRight {
  readonly permission: Permission;
  readonly managers: readonly string[];
}

/** Why an act is refused to a person. */
export const accessRefusals = {
  "access.not-founded": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucun espace n'est encore ouvert ici.",
      why: "Les droits sont accordés par le RGC d'un organisme.",
      mend: "Enregistrez d'abord l'organisme : qui le fait en devient le premier RGC.",
    }),
  }),
  "access.already-founded": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "L'espace de cet organisme est déjà ouvert.",
      why: "Il ne s'ouvre qu'une fois ; ensuite, c'est le RGC qui accorde les droits.",
      mend: "Demandez au RGC de vous habiliter.",
    }),
  }),
  "access.not-a-trainee": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Refusé : votre compte n'est rattaché à aucun stagiaire.",
      why: "Chacun n'émarge que pour soi : Kairos doit savoir qui vous êtes.",
      mend: "Demandez à votre organisme de rattacher votre compte à votre fiche, ou signez la feuille papier.",
    }),
  }),
  "access.not-own-session": refusal<{ session: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session }) => ({
      what: `Refusé : vous n'êtes pas formateur de la session ${session}.`,
      why: "Un formateur voit et remplit l'assiduité de ses seules sessions.",
      mend: "Vérifiez la référence ; si la session est la vôtre, demandez au coordinateur de vous y ajouter comme formateur.",
    }),
  }),
  "access.not-administrator": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Refusé : seul le propriétaire ou un administrateur du serveur ouvre l'espace de l'organisme.",
      why: "Qui ouvre l'espace nomme le premier RGC, qui accorde ensuite tous les droits.",
      mend: "Demandez-le à la personne qui gère ce serveur.",
    }),
  }),
  "access.not-yours": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Refusé : seule la personne qui l'a demandé peut répondre ici.",
      why: "Un acte se confirme par qui le fait, avec ses propres droits.",
      mend: "Lancez vous-même la commande, si vous en avez le droit.",
    }),
  }),
  "access.missing-permission": refusal<MissingRight>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ permission, managers }) => ({
      what: `Refusé : il faut le droit « ${permissionLabels[permission].fr} ».`,
      why: "Personne n'a de droit par défaut ; chacun reçoit ceux que son travail demande.",
      mend: askFr(managers),
    }),
  }),
  "access.grant-over": refusal<MissingRight & { grant: string; endedOn: IsoDate }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ permission, grant, endedOn, managers }) => ({
      what: `Refusé : l'habilitation ${grant}, qui vous donnait le droit « ${permissionLabels[permission].fr} », a pris fin le ${formatDay(endedOn)}.`,
      why: "Une habilitation temporaire ou retirée ne donne plus aucun droit, dès le jour même.",
      mend: askFr(managers),
    }),
  }),
  "access.grant-to-come": refusal<{ permission: Permission; grant: string; from: IsoDate }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ permission, grant, from }) => ({
      what: `Refusé : vous aurez le droit « ${permissionLabels[permission].fr} » à partir du ${formatDay(from)} (habilitation ${grant}).`,
      why: "Une habilitation ne vaut pas avant son premier jour.",
      mend: "Attendez ce jour, ou demandez au RGC d'en avancer le début.",
    }),
  }),
  "access.establishment-ambiguous": refusal<{ establishments: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ establishments }) => ({
      what: "Vous agissez pour plusieurs établissements : il faut dire lequel.",
      why: "Chaque droit vaut pour un seul établissement, et chaque fiche n'appartient qu'à un seul.",
      mend: `Ajoutez etablissement: suivi du SIRET : ${establishments.join(", ")}.`,
    }),
  }),
  "access.has-left": refusal<{ leftOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ leftOn }) => ({
      what: `Le départ de cette personne est déjà enregistré, au ${formatDay(leftOn)}.`,
      why: "Un départ n'est pas repoussé en silence : des droits éteints se rallumeraient.",
      mend: "Si elle revient ou reste, accordez-lui un droit : son départ sera levé.",
    }),
  }),
  "access.no-link": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucun lien n'a été reconnu dans ce texte.",
      why: "On ne peut juger que de l'adresse telle qu'elle a été reçue.",
      mend: "Collez l'adresse entière, ou tout le message, sans cliquer.",
    }),
  }),
  "access.profile-too-wide": refusal<{ base: ProfileId; permissions: readonly Permission[] }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ base, permissions }) => ({
      what: `Le profil « ${profiles[base].label.fr} » ne donne pas : ${permissions.map((one) => permissionLabels[one].fr).join(", ")}.`,
      why: "Un profil de l'organisme retire des droits à un profil prévu ; il n'en ajoute jamais.",
      mend: "Retirez ces droits, ou partez d'un profil qui les donne.",
    }),
  }),
  "access.profile-taken": refusal<{ profile: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ profile }) => ({
      what: `Un profil s'appelle déjà ainsi (${profile}).`,
      why: "Deux profils du même nom seraient accordés l'un pour l'autre.",
      mend: "Donnez un autre nom, ou changez le profil qui existe en donnant sa référence.",
    }),
  }),
  "access.waiver-not-alone": refusal<{ people: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ people }) => ({
      what: `La séparation des tâches ne se lève que pour un organisme d'une seule personne ; ${people} personnes ont des droits ici.`,
      why: "Dès que quelqu'un d'autre peut relire, un second regard évite l'erreur et protège chacun.",
      mend: "Donnez le droit de valider ou d'émettre à une autre personne que celle qui saisit.",
    }),
  }),
  "access.no-open-review": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucune revue des habilitations n'est ouverte.",
      why: "Chaque décision s'inscrit dans une revue, qui se clôt par un rapport.",
      mend: "Ouvrez-la d'abord : /acces revue.",
    }),
  }),
  "access.no-closed-review": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucune revue des habilitations n'a encore été close.",
      why: "Le rapport est rédigé à la clôture, une fois chaque ligne décidée.",
      mend: "Passez les habilitations en revue (/acces revue), puis clôturez.",
    }),
  }),
  "access.own-decision": refusal<object>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: () => ({
      what: "Personne ne décide de sa propre habilitation quand un autre RGC peut le faire.",
      why: "Une revue ne vaut que par un regard extérieur.",
      mend: "Laissez l'autre RGC de l'établissement décider de cette ligne.",
    }),
  }),
  "access.no-narrower-profile": refusal<{ profile: string }>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucun profil plus étroit ne garde ce dont cette personne se sert.",
      why: "Réduire, c'est remplacer le profil par un autre qui donne moins de droits.",
      mend: "Créez le profil voulu avec /acces profil, puis indiquez-le : profil:PR-…",
    }),
  }),
  "access.not-narrower": refusal<{ permissions: readonly Permission[] }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ permissions }) => ({
      what:
        permissions.length === 0
          ? "Ce profil donne les mêmes droits : ce n'est pas une réduction."
          : `Ce profil ajouterait : ${permissions.map((one) => permissionLabels[one].fr).join(", ")}.`,
      why: "Une revue retire des droits ; elle n'en donne pas.",
      mend: "Choisissez un profil plus étroit, ou accordez l'autre profil à part, avec sa raison.",
    }),
  }),
  "access.review-undecided": refusal<{ grants: readonly string[] }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ grants }) => ({
      what: `${grants.length > 1 ? `${grants.length} habilitations attendent` : "Une habilitation attend"} encore une décision : ${enumerate(grants)}.`,
      why: "Ce qui a fait l'objet d'une remarque est gardé, réduit ou retiré en connaissance de cause.",
      mend: "Décidez de chacune avec /acces revue, puis clôturez.",
    }),
  }),
  "access.unknown-person": refusal<object>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: () => ({
      what: "Refusé : cet établissement ne vous connaît pas encore.",
      why: "Chaque acte est tracé au nom d'une personne habilitée.",
      mend: "Demandez au RGC de l'établissement de vous habiliter.",
    }),
  }),
};

export type AccessRefusal = ProblemOf<typeof accessRefusals>;

function askFr(managers: readonly string[]): string {
  return managers.length === 0
    ? "Le RGC de l'établissement peut vous l'accorder."
    : `Demandez-le au RGC de l'établissement : ${enumerate(managers, 3)}.`;
}
