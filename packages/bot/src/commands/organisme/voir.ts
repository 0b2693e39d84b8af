import { accessRefusals, raise } from "@kairos/core";
import { command } from "../../command.js";
import { providerCard } from "../../dossiers/providers.js";
import { establishmentOption } from "../../establishment.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre la fiche de l'organisme et ce qui lui manque"],
    en: ["show", "Show the provider's record and what it lacks"],
  },
  needs: "provider.read",
  visibility: "private",
  publishable: true,
  example: "/organisme voir",
  options: establishmentOption,
  run: ({ provider, today }) =>
    Promise.resolve(
      provider === undefined ? refused([raise(accessRefusals, "access.unknown-person", [], {})]) : providerCard(provider, today),
    ),
});
