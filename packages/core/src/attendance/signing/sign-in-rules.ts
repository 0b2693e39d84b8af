import { formatDay, type IsoDate } from "../../shared/calendar.js";
import type { ClockTime } from "../../shared/clock.js";
import { refusal } from "../../shared/rules.js";
import { formatSlot, type Slot } from "../slot.js";
import { type SignInMethod, signInMethodLabels } from "./sign-in.js";

/** Why a half-day is not signed, or its code not shown. */
export const signInRules = {
  "attendance.code-unknown": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Ce code n'est celui d'aucune de vos demi-journées.",
      why: "Un code d'émargement compte huit signes, comme K7QF-2MXD, et ne vaut que pour une demi-journée.",
      mend: "Recopiez le code que le formateur montre en ce moment ; s'il est bien recopié, demandez au formateur si vous êtes inscrit.",
    }),
  }),
  "attendance.code-expired": refusal<Slot>({
    severity: "error",
    source: "desk-practice",
    fr: (slot) => ({
      what: `Ce code du ${formatSlot(slot)} a expiré.`,
      why: "Un code ne vaut que quelques minutes, pour que seul qui est là puisse émarger.",
      mend: "Demandez au formateur d'en montrer un nouveau, et saisissez-le aussitôt.",
    }),
  }),
  "attendance.code-other-group": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Ce code est celui d'un autre groupe : vous n'y êtes pas inscrit.",
      why: "Chacun émarge pour la session qu'il suit.",
      mend: "Demandez le code à votre formateur ; si vous suivez bien ce groupe, demandez à l'organisme de vous y inscrire.",
    }),
  }),
  "attendance.sign-in-too-early": refusal<Slot & { from: ClockTime }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ from, ...slot }) => ({
      what: `Trop tôt : la demi-journée du ${formatSlot(slot)} s'émarge à partir de ${from}.`,
      why: "On signe une présence qui commence, pas une présence à venir.",
      mend: `Recommencez à partir de ${from}.`,
    }),
  }),
  "attendance.sign-in-too-late": refusal<Slot & { until: ClockTime }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ until, ...slot }) => ({
      what: `Trop tard : la demi-journée du ${formatSlot(slot)} s'émargeait jusqu'à ${until}.`,
      why: "Une signature donnée bien après ne prouve pas qu'on était là.",
      mend: "La feuille papier prend le relais : le formateur la fait signer, l'organisme la joint.",
    }),
  }),
  "attendance.sign-in-withdrawn": refusal<Slot & { session: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, ...slot }) => ({
      what: `Vous ne suivez plus la session ${session} : la demi-journée du ${formatSlot(slot)} ne s'émarge pas.`,
      why: "Une signature après la fin du parcours contredit ce qui a été déclaré à France Travail.",
      mend: "Si vous suivez encore la formation, demandez à l'organisme de corriger votre inscription.",
    }),
  }),
  "attendance.sign-in-not-followed": refusal<Slot & { session: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, ...slot }) => ({
      what: `La demi-journée du ${formatSlot(slot)} est hors de vos dates dans la session ${session}.`,
      why: "On n'émarge que les demi-journées de son propre parcours.",
      mend: "Si vous deviez être là, demandez à l'organisme de corriger vos dates d'inscription.",
    }),
  }),
  "attendance.sign-in-twice": refusal<{ day: IsoDate; half: Slot["half"]; method: SignInMethod; time: ClockTime }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ method, time, ...slot }) => ({
      what: `Vous avez déjà émargé la demi-journée du ${formatSlot(slot)}, à ${time} (${signInMethodLabels[method].fr}).`,
      why: "Une demi-journée se signe une seule fois.",
      mend: "Il n'y a rien à refaire.",
    }),
  }),
  "attendance.sign-in-blocked": refusal<{ most: number; on: IsoDate; from: ClockTime }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ most, on, from }) => ({
      what: `Trop d'essais : ${most} codes refusés. Vous pourrez émarger de nouveau le ${formatDay(on)} à partir de ${from}.`,
      why: "Sans cette limite, quelqu'un pourrait essayer des codes jusqu'à en trouver un.",
      mend: "D'ici là, signez la feuille papier avec le formateur.",
    }),
  }),
  "attendance.nothing-to-sign": refusal<{ session: string; day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, day }) => ({
      what: `La session ${session} n'a pas de demi-journée à émarger le ${formatDay(day)}.`,
      why: "On n'émarge que les demi-journées du planning.",
      mend: "Vérifiez le jour et la session ; si la demi-journée a bien lieu, ajoutez-la d'abord au planning.",
    }),
  }),
};
