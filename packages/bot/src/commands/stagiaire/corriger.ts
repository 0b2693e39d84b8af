import { franceTravailIdPattern, fullName, inputRules, parse, raise, traineeSchemaMatching } from "@kairos/core";
import { command } from "../../command.js";
import { accountLine, accountMeant } from "../../dossiers/trainee-account.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { given, optional, reference, text, yesOrNo } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: { fr: ["corriger", "Corrige ou complète la fiche d'un stagiaire"], en: ["correct", "Correct or complete a trainee's record"] },
  needs: "trainee.manage",
  visibility: "private",
  form: [["firstName", "lastName", "franceTravailId"]],
  example: "/stagiaire corriger reference:T-0001 identifiant:10203040506",
  options: {
    reference: reference("trainee", { fr: ["reference", "Référence du stagiaire"], en: ["reference", "Trainee reference"] }),
    firstName: optional(text({ fr: ["prenom", "Prénom"], en: ["first-name", "First name"] }, 60)),
    lastName: optional(text({ fr: ["nom", "Nom"], en: ["last-name", "Last name"] }, 60)),
    franceTravailId: optional(text({ fr: ["identifiant", "Identifiant France Travail"], en: ["identifier", "France Travail id"] }, 30)),
    account: optional(
      reference("person", {
        fr: ["compte", "Son compte dans la discussion, avec lequel il émarge"],
        en: ["account", "Their account in the chat, with which they sign in"],
      }),
    ),
    unlink: optional(
      yesOrNo({
        fr: ["sans-compte", "Retire son compte : il n'émarge plus par code"],
        en: ["no-account", "Take their account off: they no longer sign in with a code"],
      }),
    ),
  },
  known: async ({ store, values }) => (await store.trainees.get((values.reference ?? "").toUpperCase())) ?? {},
  async run({ input: { reference: typed, account, unlink, ...changes }, provider, store }) {
    const current = await store.trainees.get(typed.toUpperCase());
    if (current === undefined) return refused([unknownReference("trainee", "reference", typed)]);
    const names = Object.keys(given({ ...changes, account: account ?? (unlink === true || undefined) }));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const linked = await accountMeant(store, current, { typed: account, unlink });
    if (!linked.ok) return refused(linked.problems);
    const { person: _person, ...record } = current;
    const trainee = parse(traineeSchemaMatching(provider?.settings.franceTravailIdPattern ?? franceTravailIdPattern), {
      ...record,
      ...given(changes),
      ...(linked.value !== undefined && { person: linked.value.id }),
    });
    if (!trainee.ok) return refused(trainee.problems);
    await store.trainees.save(trainee.value);
    return done({
      title: same(`${current.id} · ${fullName(trainee.value)}`),
      lines: [
        line(
          "good",
          "Fiche corrigée. Les devis déjà soumis gardent ce que le candidat a vu.",
          "Record corrected. Quotes already submitted keep what the candidate saw.",
        ),
        ...(account === undefined && unlink !== true ? [] : [accountLine(linked.value)]),
      ],
      data: { trainee: current.id },
      trace: { object: current.id, details: { change: names.join(" ") } },
    });
  },
});
