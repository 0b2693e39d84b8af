import type { Provider } from "@kairos/core";
import type { Dossier } from "./seeded.js";

/** The provider of a dossier, which says of itself what it teaches. */
export function providerOf({ situation: { provider, quote } }: Dossier): Provider | undefined {
  return provider && { ...provider, presentation: `Notre formation : ${quote.title?.slice(0, 200)}` };
}
