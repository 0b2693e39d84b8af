import { lheoNamespaces } from "@kairos/core";
import { readLheo } from "../packages/bot/src/files/lheo.js";
import { report } from "./report.js";

/** Ten thousand sessions of a thousand courses, as a region's export has them: addresses, contacts, extras nobody reads. */
const most = 10_000;
const bytes = Buffer.from(catalogue());
const read = () => readLheo(bytes, { today: "2026-11-26", taxed: false });

const first = await read();
if (!first.ok) throw new Error(JSON.stringify(first.problems));
const sound = first.value.entries.filter(({ kind, value }) => kind === "session" && value !== undefined).length;
if (sound !== most) throw new Error(`${sound} sessions were sound`);

const times: number[] = [];
let worked = 0;
let peak = 0;
let longest = 0;
for (let turn = 0; turn < 3; turn++) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  let last = performance.now();
  let isOver = false;
  const watch = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    peak = Math.max(peak, process.memoryUsage().heapUsed - before.heapUsed);
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  const start = performance.now();
  const cpu = process.cpuUsage();
  await read();
  times.push(performance.now() - start);
  worked = process.cpuUsage(cpu).user / 1e6;
  isOver = true;
}
times.sort((a, b) => a - b);
const middle = times[1] ?? Number.POSITIVE_INFINITY;
const megabytes = (count: number) => (count / 1024 / 1024).toFixed(0);

report({
  bar: `LHEO: ${most} sessions (${megabytes(bytes.byteLength)} MB) parsed, mapped and checked`,
  measured: `${(middle / 1000).toFixed(2)} s (slowest of three ${((times[2] ?? 0) / 1000).toFixed(2)} s; ${worked.toFixed(2)} s of processor)`,
  limit: "≤ 5 s",
  passed: middle <= 5000,
});
report({
  bar: "LHEO: memory while it is read, all entries kept",
  measured: `${megabytes(peak)} MB more`,
  limit: "≤ 256 MB",
  passed: peak <= 256 * 1024 * 1024,
});
report({
  bar: "LHEO: longest time the loop was kept from others",
  measured: `${longest.toFixed(0)} ms`,
  limit: "≤ 500 ms",
  passed: longest <= 500,
});

function catalogue(): string {
  const parts = [`<?xml version="1.0" encoding="UTF-8"?>\n<lheo xmlns="${lheoNamespaces["2.3"]}"><offres>`];
  for (let course = 0; course < most / 10; course++) parts.push(formation(course));
  return `${parts.join("\n")}\n</offres></lheo>\n`;
}

function formation(course: number): string {
  const address =
    "<adresse><ligne>12 rue des Chantiers</ligne><codepostal>33300</codepostal><ville>Bordeaux</ville><departement>33</departement></adresse>";
  const contact = `<coordonnees>${address}<telfixe><numtel>05 00 00 00 00</numtel></telfixe><courriel>a@b.example</courriel></coordonnees>`;
  const sessions = Array.from({ length: 10 }, (_, index) => {
    const month = (((course + index) % 12) + 1).toString().padStart(2, "0");
    return `<session numero="75_SE${(course * 10 + index).toString().padStart(8, "0")}"><periode><debut>2027${month}01</debut><fin>2027${month}19</fin></periode>
      <adresse-inscription>${address}</adresse-inscription><modalites-inscription>Sur dossier et entretien</modalites-inscription>
      <etat-recrutement>1</etat-recrutement><extras info="region"><extra info="etat">publié</extra></extras></session>`;
  });
  const text = `Formation n° ${course} : ${"conduire, contrôler, lever, ranger et rendre compte en sécurité ; ".repeat(20)}`;
  return `<formation numero="F_${course}"><domaine-formation><code-FORMACODE ref="V14">31768</code-FORMACODE><code-ROME>N1101</code-ROME></domaine-formation>
    <intitule-formation>Cariste CACES R489, groupe ${course}</intitule-formation><objectif-formation>${text}</objectif-formation>
    <resultats-attendus>${text}</resultats-attendus><contenu-formation>${text}</contenu-formation><certifiante>1</certifiante>
    <contact-formation>${contact}</contact-formation><parcours-de-formation>1</parcours-de-formation><code-niveau-entree>4</code-niveau-entree>
    <certification><code-RS>RS6789</code-RS></certification>
    <action><rythme-formation>Temps plein</rythme-formation><code-public-vise ref="V14">80006</code-public-vise>
    <niveau-entree-obligatoire>0</niveau-entree-obligatoire><modalites-alternance>-</modalites-alternance><modalites-enseignement>1</modalites-enseignement>
    <conditions-specifiques>-</conditions-specifiques><prise-en-charge-frais-possible>1</prise-en-charge-frais-possible>
    <lieu-de-formation>${contact}</lieu-de-formation><modalites-entrees-sorties>0</modalites-entrees-sorties>
    ${sessions.join("\n")}
    <prix-total-TTC>1190.00</prix-total-TTC><nombre-heures-centre>56</nombre-heures-centre><nombre-heures-entreprise>0</nombre-heures-entreprise>
    <nombre-heures-total>70</nombre-heures-total></action>
    <organisme-formation-responsable><numero-activite>75331234533</numero-activite><SIRET-organisme-formation><SIRET>99900014400017</SIRET></SIRET-organisme-formation>
    <nom-organisme>Atelier des Rives</nom-organisme><raison-sociale>Atelier des Rives</raison-sociale><coordonnees-organisme>${contact}</coordonnees-organisme>
    <contact-organisme>${contact}</contact-organisme></organisme-formation-responsable></formation>`;
}
