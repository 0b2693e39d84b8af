import {
  accessRefusals,
  advanceInvoice,
  type Checklist,
  calledInvoice,
  channelLabels,
  checkChannel,
  checkedItemLabels,
  checkedStateLabels,
  counted,
  enclosuresOf,
  isIssued,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { depositPackage } from "../../dossiers/deposit-package.js";
import { invoiceOption, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { optional, text } from "../../options.js";
import { done, line, type NextStep, type ReplyLine, type ReplyTable, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["depot", "Prépare le dossier de dépôt : facture, certificats, feuilles, états, liste de contrôle"],
    en: ["deposit-package", "Prepare what is deposited: invoice, certificates, sheets, statements, checklist"],
  },
  // It commits the provider outside, and is for whoever deposits: the same right as recording the deposit.
  needs: "invoice.issue",
  visibility: "private",
  example: "/facture depot facture:FAC-2026-0001 signataire:Nadia Sellier",
  options: {
    invoice: invoiceOption,
    signatory: optional(
      text({ fr: ["signataire", "Qui signe les certificats pour l'organisme"], en: ["signatory", "Who signs the certificates"] }, 80),
    ),
    place: optional(
      text(
        {
          fr: ["lieu", "Où ils sont établis ; la ville de l'organisme par défaut"],
          en: ["place", "Where they are issued; the provider's town by default"],
        },
        80,
      ),
    ),
  },
  async run(desk) {
    const { signatory, place } = desk.input;
    const loaded = await loadInvoice(desk, desk.input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const situation = loaded.value;
    const { invoice } = situation;
    const title = invoiceTitle(invoice);
    const trace = { object: invoice.reference };
    if (!isIssued(invoice)) {
      const undepositable = advanceInvoice(invoice, "deposit");
      return refused(undepositable.ok ? [] : undepositable.problems, { title, trace });
    }
    if (enclosuresOf(situation).traineeIds.length > 0 && !desk.may("attendance.read", invoice.siret)) {
      const missing = raise(accessRefusals, "access.missing-permission", [], { permission: "attendance.read", managers: [] });
      return refused([missing], { title, trace });
    }
    const { archive, checklist } = await depositPackage(desk, situation, { signatory, place });
    const files = archive.parts.length;
    const left = checklist.items.filter(({ state }) => state !== "ready").length;
    return done({
      title,
      lines: [{ tone: "plain", text: invoiceSummary(invoice) }, packed(archive.fileName, files, checklist), remaining(left)],
      table: tableOf(checklist),
      problems: checkChannel(situation),
      packages: [archive],
      next: invoice.status === "issued" || invoice.status === "rejected" ? [recordIt(calledInvoice(invoice))] : [],
      data: { invoice: calledInvoice(invoice), ...checklist, files: archive.parts.map(({ fileName }) => fileName) },
      trace: { ...trace, details: { files, left } },
    });
  },
});

function packed(archive: string, files: number, { channel }: Checklist): ReplyLine {
  return line(
    "good",
    `Dossier de dépôt prêt : ${archive}, ${counted(files, "fichier")}. Canal : ${channelLabels[channel].fr}.`,
    `Deposit package ready: ${archive}, ${counted(files, "file", "files", "en")}. Channel: ${channelLabels[channel].en}.`,
  );
}

function remaining(left: number): ReplyLine {
  if (left === 0) return line("good", "Rien ne manque.", "Nothing is missing.");
  return line(
    "warning",
    `${counted(left, "point reste", "points restent")} à régler avant de déposer : voir le tableau.`,
    `${counted(left, "thing is", "things are", "en")} left to settle before depositing: see the table.`,
  );
}

function tableOf({ items }: Checklist): ReplyTable {
  return {
    columns: [
      { fr: "Demandé", en: "Asked" },
      { fr: "État", en: "State" },
      { fr: "À saisir ou à joindre", en: "To type or to attach" },
      { fr: "D'où cela vient, ou quoi faire", en: "Where it comes from, or what to do" },
    ],
    rows: items.map(({ item, state, values, from, mend }) => [
      checkedItemLabels[item],
      checkedStateLabels[state],
      same(values.join(", ") || "—"),
      mend ?? from,
    ]),
  };
}

function recordIt(invoice: string): NextStep {
  return {
    text: {
      fr: "une fois déposée, le noter avec le numéro que donne le canal",
      en: "once deposited, record it with the number the channel gives",
    },
    command: `/facture deposer facture:${invoice} reference:…`,
  };
}
