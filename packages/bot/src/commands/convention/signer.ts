import { agreementRefusals, formatDay, inputRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { agreementCard } from "../../dossiers/agreement-card.js";
import { agreementFacts, agreementOption, loadAgreement } from "../../dossiers/agreements.js";
import { day } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["signer", "Note le jour où la convention a été signée par les deux parties"],
    en: ["sign", "Record the day the agreement was signed by both parties"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: [["on"]],
  example: "/convention signer convention:CONV-2026-0001 le:15/10/2026",
  options: {
    agreement: agreementOption,
    on: day({ fr: ["le", "Jour de signature, tel qu'il est écrit"], en: ["on", "Day of signature, as it is written"] }),
  },
  async run({ input: { agreement: typed, on }, store, today }) {
    const loaded = await loadAgreement(store, typed);
    if (!loaded.ok) return refused(loaded.problems);
    const { reference, signedOn } = loaded.value;
    const trace = { object: reference };
    if (on > today) return refused([raise(inputRules, "input.day-in-future", ["le"], { day: on })], { trace });
    if (signedOn !== undefined && signedOn !== on) {
      return refused([raise(agreementRefusals, "agreement.already-signed", ["le"], { agreement: reference, signedOn })], { trace });
    }
    const agreement = { ...loaded.value, signedOn: on };
    await store.trainingAgreements.save(agreement);
    const noted =
      signedOn === undefined
        ? line("good", `Signature notée, au ${formatDay(on)}.`, `Signature recorded, on ${formatDay(on, "en")}.`)
        : line("muted", "Rien n'a changé : ce jour était déjà noté.", "Nothing changed: that day was recorded already.");
    return agreementCard(await agreementFacts(store, agreement), { on }, [noted]);
  },
});
