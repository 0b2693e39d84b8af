import type { Label } from "../../shared/language.js";
import type { Cause } from "../triage.js";

export const all = ["screenshot", "message", "time", "browser"] as const;

export const privateChrome: Label = {
  fr: "Ouvrez le portail depuis votre favori, dans Chrome, en navigation privée (Ctrl + Maj + N).",
  en: "Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).",
};
export const clearCache: Label = {
  fr: "Videz le cache et les cookies du portail, fermez toutes les fenêtres du navigateur, puis reconnectez-vous.",
  en: "Clear the portal's cache and cookies, close every window of the browser, then sign in again.",
};
export const askManager: Label = {
  fr: "Demandez au RGC si le compte et son habilitation sont toujours actifs.",
  en: "Ask the account manager (RGC) whether the account and its access grant are still active.",
};
export const askForRight: Label = {
  fr: "Demandez ce droit au RGC, en disant pour quel travail.",
  en: "Ask the account manager (RGC) for this right, and say for which job.",
};
export const stopTrying: Label = {
  fr: "N'essayez plus de vous connecter : des refus répétés peuvent bloquer un compte.",
  en: "Do not try to sign in again: repeated refusals may block an account.",
};

export const causeTable = <const Rows extends Readonly<Record<string, Cause>>>(rows: Rows): Rows => rows;
