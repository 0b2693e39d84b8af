import { plainHostPattern, readLink } from "../shared/links.js";
import { refusal } from "../shared/rules.js";

/** The site of the portal's address as the letter gives it, or nothing when it is not a plain secure address. */
export function readPortalHost(text: string): string | undefined {
  const link = readLink(text);
  if (link === undefined || link.hasUserInfo || link.port !== undefined || !link.isAscii) return undefined;
  const isSecure = link.scheme === "https" || link.scheme === "";
  return isSecure && plainHostPattern.test(link.host) ? link.host : undefined;
}

/** The first letters: enough to recognise an address one has in hand, not to find one. */
export function maskedHost(host: string): string {
  return `${host.slice(0, 3)}…`;
}

/** Why an address is not kept. It is never repeated. */
export const portalRefusals = {
  "org.portal-address": refusal<object>({
    severity: "error",
    source: "kairos-access-chain",
    fr: () => ({
      what: "Ce n'est pas une adresse de portail qu'on puisse enregistrer.",
      why: "Une fausse adresse se cache derrière un « @ », un port, des lettres étrangères ou une page sans https.",
      mend: "Recopiez-la depuis le courrier de France Travail : le nom du site, en https, sans rien devant ni derrière.",
    }),
  }),
};
