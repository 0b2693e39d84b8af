import type { Provider } from "../../membership/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import type { Customer } from "../customer.js";
import { einvoiceIssuing, einvoiceReceiving } from "../figures.js";
import type { Invoice } from "../invoice.js";

/** What decides by which door an invoice must go. */
export interface DutySituation {
  readonly invoice: Pick<Invoice, "lines">;
  readonly provider: Pick<Provider, "settings">;
  readonly customer?: Pick<Customer, "isPublic"> | undefined;
  readonly today: IsoDate;
}

const rule = ruleAbout<DutySituation>();

/** Which duty of electronic invoicing applies: said once, where the file is made, so that nobody looks for it elsewhere. */
export const dutyRules = {
  "einvoice.through-chorus": rule({
    severity: "notice",
    source: "public-e-invoicing",
    needs: ["customer"],
    check: ({ customer }) => (customer.isPublic ? found([], {}) : nothing),
    fr: () => ({
      what: "Le client est public : la facture passe par Chorus Pro.",
      why: "C'est le cas quel que soit le régime de TVA ; une plateforme agréée ne sert pas pour elle.",
      mend: "Déposez-la sur Chorus Pro : /facture depot en prépare le dossier.",
    }),
  }),
  "einvoice.out-of-scope-exempt": rule({
    severity: "notice",
    source: "e-invoicing-exempt",
    needs: ["customer"],
    check: ({ invoice, customer }) => (!customer.isPublic && invoice.lines.every(isOutside) ? found([], {}) : nothing),
    fr: () => ({
      what: "Cette facture est hors de l'obligation d'émettre des factures électroniques.",
      why: "La formation exonérée par l'article 261 du CGI en est dispensée ; l'obligation d'en recevoir demeure.",
      mend: "Envoyez-la comme vous en êtes convenu avec le client ; le fichier Factur-X reste utilisable.",
    }),
  }),
  "einvoice.issue-due": rule({
    severity: "warning",
    source: "e-invoicing-reform",
    needs: ["customer"],
    check: ({ invoice, customer, provider, today }) => {
      const isDue = inForce(einvoiceIssuing, today)?.includes(provider.settings.invoices.companySize) ?? false;
      return isDue && !customer.isPublic && !invoice.lines.every(isOutside) ? found([], {}) : nothing;
    },
    fr: () => ({
      what: "Cette facture porte de la TVA, ou relève de la franchise : elle doit être émise par une plateforme agréée.",
      why: "La réforme l'impose aux entreprises de cette taille ; un PDF envoyé par courriel ne suffit plus.",
      mend: "Remettez le fichier Factur-X à votre plateforme. Si la taille est fausse : /organisme regler.",
    }),
  }),
  "einvoice.reception-not-ready": rule({
    severity: "warning",
    source: "e-invoicing-reform",
    check: ({ provider, today }) => {
      const { receivesFrom } = provider.settings.invoices;
      if (inForce(einvoiceReceiving, today) === undefined) return nothing;
      if (receivesFrom !== undefined && receivesFrom <= today) return nothing;
      return found(["settings", "invoices", "receivesFrom"], receivesFrom === undefined ? {} : { receivesFrom });
    },
    fr: ({ receivesFrom }: { receivesFrom?: IsoDate }) => ({
      what:
        receivesFrom === undefined
          ? "L'organisme n'a pas indiqué de plateforme pour recevoir des factures électroniques."
          : `L'organisme ne reçoit des factures électroniques qu'à partir du ${formatDay(receivesFrom)}.`,
      why: "Toute entreprise doit pouvoir en recevoir, même exonérée de TVA.",
      mend: "Choisissez une plateforme agréée, puis indiquez depuis quand elle reçoit : /organisme regler.",
    }),
  }),
};
export type DutyProblem = ProblemOf<typeof dutyRules>;

export const checkDuty = judgeBy<DutySituation, typeof dutyRules>(dutyRules);

/** Exempt by article 261: outside, unlike the franchise of small businesses. */
function isOutside({ vatRegime }: Invoice["lines"][number]): boolean {
  return vatRegime === "exempt-training";
}
