import { type channelRefusals, type channelRules, siretSchema } from "@kairos/core";
import type { Samples } from "./sentences.js";

const siret = siretSchema.parse("13000548100010");

export const channelSamples: Pick<Samples, keyof typeof channelRules | keyof typeof channelRefusals> = {
  "chorus.recipient-siret": [{ siret }],
  "chorus.customer-not-public": [{ customer: "Logistique du Lez" }],
  "chorus.service-code": [{ customer: "France Travail", siret }],
  "chorus.engagement": [{}],
  "chorus.attachment-missing": [
    { openMonths: [], unsigned: 1 },
    { openMonths: ["2026-12"], unsigned: 0 },
    { openMonths: ["2026-11", "2026-12"], unsigned: 3 },
  ],
  "channel.bank-missing": [{}],
  "channel.event-too-early": [
    { invoice: "FAC-2026-0001", on: "2026-12-20", before: "issue", since: "2026-12-21" },
    { invoice: "FAC-2026-0001", on: "2026-12-20", before: "deposit", since: "2026-12-21" },
    { invoice: "FAC-2026-0001", on: "2026-12-20", before: "receive", since: "2026-12-21" },
    { invoice: "FAC-2026-0001", on: "2026-12-20", before: "reject", since: "2026-12-21" },
  ],
};
