import { type BankRate, fold, formatDay, formatRate, readAmount, readDay, type Settings, withBankRate } from "@kairos/core";
import { isNone } from "./list-options.js";
import { setting } from "./setting.js";
import type { SettingValue } from "./setting-values.js";

/** A rate and the day from which it is in force; `aucun` forgets those entered. */
const bankRate: SettingValue<BankRate | undefined> = {
  expects: { fr: "un taux et son premier jour : 2,15 % depuis 01/07/2026", en: "a rate and its first day: 2.15% from 01/07/2026" },
  read: (typed, today) => {
    if (isNone(typed)) return { value: undefined };
    const [, percent = "", day = ""] =
      /^(\d{1,2}(?:[.,]\d{1,2})?) ?%? ?(?:depuis|a partir|from|since)(?: (?:le|du|on))? (.{3,30})$/.exec(fold(typed)) ?? [];
    const [read, from] = [readAmount(percent), readDay(day, today, "last")];
    return "cents" in read && from !== undefined ? { value: { from, rate: read.cents } } : undefined;
  },
  show: (value) =>
    value === undefined
      ? { fr: "aucun", en: "none" }
      : {
          fr: `${formatRate(value.rate)} depuis le ${formatDay(value.from)}`,
          en: `${formatRate(value.rate, "en")} from ${formatDay(value.from, "en")}`,
        },
};

/** What a provider may set of how it is paid, one row each. */
export const paymentSettings = {
  "taux-bce": setting("taux de la Banque centrale européenne", "rate of the European Central Bank", bankRate, (settings, added) =>
    inInvoices(settings, { bankRates: added === undefined ? [] : withBankRate(settings.invoices.bankRates, added) }),
  ),
};

function inInvoices(settings: Settings, invoices: Partial<Settings["invoices"]>): object {
  return { ...settings, invoices: { ...settings.invoices, ...invoices } };
}
