import type { Label } from "../../shared/language.js";
import type { Cause } from "../triage.js";

export const all = ["screenshot", "message", "time", "browser"] as const;

export const privateChrome: Label = {
  fr: "Ouvrez le portail depuis votre favori, dans Chrome, en navigation privée (Ctrl + Maj + N).",
  en: "Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).",
};
export const clearCache: Label = {
  fr: "Videz le cache et les cookies du site, fermez tout le navigateur, puis reconnectez-vous.",
  en: "Clear the cache and the cookies of the site, close the whole browser, then sign in again.",
};
export const askManager: Label = {
  fr: "Demandez au RGC de vérifier l'état du compte et de l'habilitation.",
  en: "Ask the account manager (RGC) to check the account and the access grant.",
};

export const causeTable = <const Rows extends Readonly<Record<string, Cause>>>(rows: Rows): Rows => rows;
