import type { BilledScheme, Channel, Settings } from "@kairos/core";
import { setting } from "./setting.js";
import { flag } from "./setting-values.js";
import { companySize, firstDay, invoiceChannel, mention, paymentDays, series } from "./setting-values-invoices.js";

/** What a provider may set of its invoices, one row each. */
export const invoiceSettings = {
  "facture-serie": setting("série des factures", "series of invoices", series, (settings, value) =>
    inInvoices(settings, { series: value }),
  ),
  "avoir-serie": setting("série des avoirs", "series of credit notes", series, (settings, creditNoteSeries) =>
    inInvoices(settings, { creditNoteSeries }),
  ),
  "canal-afc": setting("canal des factures AFC", "channel of AFC invoices", invoiceChannel, (settings, channel) =>
    throughChannel(settings, "afc", channel),
  ),
  "canal-aif": setting("canal des factures AIF", "channel of AIF invoices", invoiceChannel, (settings, channel) =>
    throughChannel(settings, "aif", channel),
  ),
  "canal-poei": setting("canal des factures POEI", "channel of POEI invoices", invoiceChannel, (settings, channel) =>
    throughChannel(settings, "poei", channel),
  ),
  "paiement-delai": setting("délai de paiement", "time to pay", paymentDays, (settings, value) =>
    inInvoices(settings, { paymentDays: value }),
  ),
  "service-obligatoire": setting("code service exigé", "service code required", flag, (settings, serviceCodeRequired) =>
    inInvoices(settings, { serviceCodeRequired }),
  ),
  "engagement-obligatoire": setting("numéro d'engagement exigé", "engagement number required", flag, (settings, engagementRequired) =>
    inInvoices(settings, { engagementRequired }),
  ),
  "escompte-mention": setting("mention d'escompte", "discount mention", mention, (settings, discountMention) =>
    inInvoices(settings, { discountMention }),
  ),
  "taille-entreprise": setting("taille de l'entreprise", "size of the company", companySize, (settings, value) =>
    inInvoices(settings, { companySize: value }),
  ),
  "reception-electronique": setting(
    "réception des factures électroniques",
    "receipt of electronic invoices",
    firstDay,
    (settings, receivesFrom) => inInvoices(settings, { receivesFrom }),
  ),
};

function inInvoices(
  settings: Settings,
  invoices: { readonly [Name in keyof Settings["invoices"]]?: Settings["invoices"][Name] | undefined },
): object {
  return { ...settings, invoices: { ...settings.invoices, ...invoices } };
}

function throughChannel(settings: Settings, scheme: BilledScheme, channel: Channel): object {
  return inInvoices(settings, { channels: { ...settings.invoices.channels, [scheme]: channel } });
}
