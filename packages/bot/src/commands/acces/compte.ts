import { type Account, formatDay, inputRules, type Language, raise } from "@kairos/core";
import { command } from "../../command.js";
import { loadHolder } from "../../dossiers/access.js";
import { day, given, optional, reference, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["compte", "Note ce qui est vérifié d'un compte du portail ; jamais de mot de passe"],
    en: ["account", "Record what was checked of a portal account; never a password"],
  },
  needs: "access.manage",
  visibility: "private",
  form: [["person", "twoFactorOn", "passwordChangedOn", "shared"]],
  example: "/acces compte personne:Nadia double-authentification:aujourd'hui",
  options: {
    person: reference("person", { fr: ["personne", "À qui est le compte"], en: ["person", "Whose account it is"] }),
    twoFactorOn: optional(
      day({
        fr: ["double-authentification", "Jour où vous l'avez vue active", "Double authentification vue active le"],
        en: ["two-factor", "Day you saw it on", "Two-factor seen on, day"],
      }),
    ),
    passwordChangedOn: optional(
      day({
        fr: ["mot-de-passe", "Jour où la personne dit l'avoir changé ; le jour seulement", "Mot de passe changé le (le jour seulement)"],
        en: ["password", "Day the person says they changed it; the day only", "Password changed on (the day only)"],
      }),
    ),
    shared: optional(yesOrNo({ fr: ["partage", "Plusieurs personnes s'en servent"], en: ["shared", "Several people use it"] })),
  },
  async run({ input, store, today }) {
    const { person: typed, ...declared } = input;
    const changes = given(declared);
    const names = Object.keys(changes);
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const late = [["double-authentification", changes.twoFactorOn] as const, ["mot-de-passe", changes.passwordChangedOn] as const].flatMap(
      ([option, when]) => (when !== undefined && when > today ? [raise(inputRules, "input.day-in-future", [option], { day: when })] : []),
    );
    if (late.length > 0) return refused(late);
    const holder = await loadHolder(store, typed);
    if (!holder.ok) return refused(holder.problems);
    const { person } = holder.value;
    const account: Account = { shared: false, ...(await store.accounts.get(person.id)), ...changes, person: person.id };
    await store.accounts.save(account);
    return done({
      title: { fr: `Compte · ${person.name}`, en: `Account · ${person.name}` },
      lines: [line("good", `${said(account, "fr")}.`, `${said(account, "en")}.`)],
      next: [{ text: { fr: "voir la revue des droits", en: "see the access review" }, command: "/acces revue" }],
      data: { person: person.id },
      trace: { details: { person: person.id, change: names.join(" ") } },
    });
  },
});

function said({ twoFactorOn, passwordChangedOn, shared }: Account, language: Language): string {
  const on = (date: string) => formatDay(date, language);
  const parts =
    language === "fr"
      ? [
          twoFactorOn === undefined ? "double authentification non déclarée" : `double authentification vue le ${on(twoFactorOn)}`,
          ...(passwordChangedOn === undefined ? [] : [`mot de passe changé le ${on(passwordChangedOn)}`]),
          ...(shared ? ["compte partagé : à remplacer par un compte par personne"] : []),
        ]
      : [
          twoFactorOn === undefined ? "two-factor not declared" : `two-factor seen on ${on(twoFactorOn)}`,
          ...(passwordChangedOn === undefined ? [] : [`password changed on ${on(passwordChangedOn)}`]),
          ...(shared ? ["shared account: to be replaced by one account per person"] : []),
        ];
  return `${language === "fr" ? "Noté : " : "Recorded: "}${parts.join(language === "fr" ? " ; " : "; ")}`;
}
