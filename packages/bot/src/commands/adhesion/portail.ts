import { maskedHost, portalRefusals, raise, readPortalHost } from "@kairos/core";
import { command } from "../../command.js";
import { loadMembership } from "../../dossiers/memberships.js";
import { establishmentOption } from "../../establishment.js";
import { text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["portail", "Enregistre l'adresse du portail, lue sur le courrier ; elle n'est jamais affichée"],
    en: ["portal", "Record the portal's address, read on the letter; it is never shown"],
  },
  needs: "provider.manage",
  visibility: "private",
  example: "/adhesion portail adresse:https://portail.example",
  options: {
    address: text(
      { fr: ["adresse", "L'adresse, recopiée depuis le courrier"], en: ["address", "The address, copied from the letter"] },
      300,
    ),
    ...establishmentOption,
  },
  async run(desk) {
    const loaded = await loadMembership(desk, "provider.manage");
    if (!loaded.ok) return refused(loaded.problems);
    const { provider } = loaded.value;
    const trace = { object: provider.siret, details: { change: "portal" } };
    const portalHost = readPortalHost(desk.input.address);
    if (portalHost === undefined) return refused([raise(portalRefusals, "org.portal-address", ["adresse"], {})], { trace });
    await desk.store.providers.save({ ...provider, settings: { ...provider.settings, portalHost } });
    const masked = maskedHost(portalHost);
    return done({
      title: { fr: "Adresse du portail enregistrée", en: "Portal address recorded" },
      lines: [
        line(
          "good",
          `Elle commence par « ${masked} ». Elle ne sera jamais affichée : gardez le courrier.`,
          `It begins with “${masked}”. It will never be shown: keep the letter.`,
        ),
      ],
      data: { siret: provider.siret },
      trace,
    });
  },
});
