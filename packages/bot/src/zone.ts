import type { Provider } from "@kairos/core";

/** On whose clocks days are counted: the establishment's, or those of Paris while there is none. */
export function zoneOf(provider: Pick<Provider, "settings"> | undefined): string {
  return provider?.settings.timeZone ?? "Europe/Paris";
}
