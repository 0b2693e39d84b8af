import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatCents, formatDay, formatMinutes, type InvoiceDocument } from "@kairos/core";
import { renderPdf } from "@kairos/pdf";
import { aFacturX } from "../tests/pdf/factur-x.js";
import { anInvoiceDocument, manyInvoiceLines } from "../tests/pdf/invoice-samples.js";
import { type Peer, type PlainInvoice, peers } from "./invoice-peers.js";
import { report } from "./report.js";

const options = { auditHead: "3f9ac41be07d55aa90c1", generatedAt: "2026-12-21T10:00:00.000Z" };

/** Of one core: the best of several rounds in time of the processor, garbage included, every library in turn. */
async function ratesOf(
  tasks: Readonly<Record<string, () => Promise<Uint8Array>>>,
  rounds = 12,
  times = 12,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number>();
  for (let round = -2; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const before = process.cpuUsage();
      for (let turn = 0; turn < times; turn++) if ((await task()).byteLength === 0) throw new Error(`${name} drew nothing`);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) rates.set(name, Math.max(rates.get(name) ?? 0, times / ((user + system) / 1e6)));
    }
  }
  return rates;
}

function plain(document: InvoiceDocument): PlainInvoice {
  const { provider, customer, references, training, totals, mentions } = document;
  const place = ({ street, postalCode, city }: NonNullable<InvoiceDocument["customer"]["address"]>) => `${street}, ${postalCode} ${city}`;
  return {
    seller: [
      provider.name,
      `${provider.address && place(provider.address)} · SIRET ${provider.siret}`,
      Object.values(provider.contact).join(" · "),
    ],
    title: ["FACTURE", document.number],
    buyer: ["Facturé à", customer.name, customer.address === undefined ? "" : place(customer.address), `SIRET ${customer.siret}`],
    facts: [
      ["Date d’émission", formatDay(document.issuedOn)],
      ["Échéance", formatDay(document.dueOn)],
      ["Dispositif", document.schemeLabel],
      ["Formation", training.title],
      ["Du", formatDay(training.startsOn)],
      ["Au", formatDay(training.endsOn)],
      ["Session", training.sessionReference],
      ["Marché", references.contract ?? ""],
      ["Bon de commande", references.order ?? ""],
      ["Engagement", references.engagement ?? ""],
      ["Code service", customer.serviceCode ?? ""],
    ],
    columns: ["Prestations", "Quantité", "Prix unitaire", "Montant"],
    rows: document.lines.map((line) => [
      `${line.label} · ${line.trainee?.name ?? ""}`,
      formatMinutes(line.quantity),
      formatCents(line.unitPriceCents),
      formatCents(line.amountCents),
    ]),
    sums: [
      ["Total des lignes", formatCents(totals.linesCents)],
      ["TVA : exonérée", formatCents(totals.vatCents)],
      ["Total net de taxe", formatCents(totals.totalCents)],
      ["Net à payer", formatCents(totals.dueCents)],
      ["À payer au plus tard le", formatDay(document.dueOn)],
      ["IBAN", provider.bank?.iban ?? ""],
      ["BIC", provider.bank?.bic ?? ""],
      ["Référence à rappeler", document.number],
      ["Titulaire du compte", provider.bank?.holder ?? ""],
    ],
    mentions: [
      [...mentions.exemptions, mentions.latePenalty, mentions.indemnity, mentions.discount, provider.activityMention ?? ""].join(" "),
    ],
    foot: [
      `${provider.name} · SIRET ${provider.siret}`,
      `Facture ${document.number} · journal ${options.auditHead.slice(0, 12)}`,
      "Page 1/1",
    ],
  };
}

const folder = mkdtempSync(join(tmpdir(), "kairos-invoices-"));
try {
  const document = anInvoiceDocument({ lines: manyInvoiceLines(10) });
  const facturX = aFacturX(10);
  const texts = plain(document);
  const drawnBy = Object.entries(await peers(folder)).map(([name, draw]: [string, Peer]) => [name, () => draw(texts)] as const);
  const rates = await ratesOf({ ours: () => renderPdf(document, { ...options, facturX }), ...Object.fromEntries(drawnBy) });
  const ours = rates.get("ours") ?? 0;
  const others = drawnBy.map(([name]) => ({ name, rate: rates.get(name) ?? 0 }));
  report({
    bar: "invoices of one page, 10 lines, PDF/A-3a, PDF/UA-1, Factur-X",
    measured: `${ours.toFixed(0)} a second of one core`,
    limit: "≥ 80",
    passed: ours >= 80,
  });
  report({
    bar: "beside libraries that draw the same page, plain",
    measured: others.map(({ name, rate }) => `${name} ${rate.toFixed(0)}`).join(", "),
    limit: "all behind",
    passed: others.every(({ rate }) => rate < ours),
  });

  const counts = [10, 100, 300, 1000];
  const drawings = counts.map((count) => [count, anInvoiceDocument({ lines: manyInvoiceLines(count) })] as const);
  const tasks = Object.fromEntries(drawings.map(([count, drawn]) => [String(count), () => renderPdf(drawn, options)]));
  const byCount = await ratesOf(tasks, 5, 3);
  const spent = counts.map((count) => 1000 / (byCount.get(String(count)) ?? Number.NaN));
  const growth = (spent[3] ?? Number.NaN) / (spent[1] ?? 0);
  report({
    bar: "long invoices: time grows as the lines do",
    measured: counts.map((count, index) => `${count} lines ${spent[index]?.toFixed(0)} ms`).join(", "),
    limit: "1000 lines ≤ 13 times 100",
    passed: growth <= 13,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
