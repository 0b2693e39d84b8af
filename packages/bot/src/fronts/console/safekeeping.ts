import { basename, join, resolve } from "node:path";
import { counted, type Digest, type Instant, type Label } from "@kairos/core";
import type { Config } from "../../config.js";
import { type BackupResult, backUp } from "../../store/backup.js";
import type { Inventory } from "../../store/inspect.js";
import { type RestoreResult, restore } from "../../store/restore.js";
import type { Output } from "../shared/output.js";
import type { Asked } from "./arguments.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";

export interface SafekeepingParts {
  readonly config: Pick<Config, "data" | "language" | "database">;
  readonly output: Output;
  readonly now: Instant;
  readonly digest: Digest;
}

/** `npm run backup` and `npm run restore`: what was done, or why not and what to do. */
export async function keepSafe(
  asked: Pick<Asked, "line" | "replace"> & { readonly mode: "backup" | "restore" },
  { config, output, now, digest }: SafekeepingParts,
): Promise<ExitCode> {
  const { data, language } = config;
  if (config.database !== undefined) {
    output.remark(onServer[language]);
    return exitCodes.refused;
  }
  const file = join(data, "desk.sqlite");
  const folder = asked.line === "" ? join(data, "sauvegardes") : asked.line;
  const result =
    asked.mode === "backup"
      ? { ...(await backUp({ file, folder, now, digest })), mode: "backup" as const }
      : { ...(await restore({ from: asked.line, file, replace: asked.replace, now, digest })), mode: "restore" as const };
  if (!result.ok) {
    const fault = result.mode === "backup" ? backupFaults[result.fault] : restoreFaults[result.fault];
    output.remark(fault({ data, from: asked.line, file })[language]);
    return exitCodes.refused;
  }
  const lines = result.mode === "backup" ? backupLines(result, asked.line === "") : restoreLines(result);
  for (const words of lines) output.say(words[language]);
  return exitCodes.done;
}

function backupLines({ path, inventory }: Extract<BackupResult, { ok: true }>, isBeside: boolean): readonly Label[] {
  const where = resolve(path);
  return [
    { fr: `✔ Sauvegarde faite et vérifiée : ${where}`, en: `✔ Backup made and verified: ${where}` },
    inventoryLine(inventory),
    ...(isBeside
      ? [
          {
            fr: "  Elle est sur le même disque que vos données : copiez-la ailleurs, sur un support chiffré. Pour choisir le dossier : npm run backup -- <dossier>",
            en: "  It is on the same disk as your data: copy it elsewhere, on an encrypted medium. To choose the folder: npm run backup -- <folder>",
          },
        ]
      : []),
    {
      fr: "  Elle contient des noms, et ce qui sera effacé demain y reste : fixez le jour où vous la supprimerez. Les PDF du dossier « documents » n'y sont pas.",
      en: "  It holds names, and what is erased tomorrow stays in it: decide when you delete it. The PDFs of the “documents” folder are not in it.",
    },
  ];
}

function restoreLines({ inventory, aside, erasedSince }: Extract<RestoreResult, { ok: true }>): readonly Label[] {
  const again = erasedSince.join(", ");
  return [
    {
      fr: "✔ Données remises en place et vérifiées. Vous pouvez relancer Kairos.",
      en: "✔ Data put back and verified. You may start Kairos again.",
    },
    inventoryLine(inventory),
    ...(inventory.isCurrent
      ? []
      : [
          {
            fr: "  La copie vient d'un Kairos plus ancien : elle sera mise à niveau au prochain démarrage.",
            en: "  The copy comes from an older Kairos: it is brought up to date at the next start.",
          },
        ]),
    ...(aside === undefined
      ? []
      : [
          {
            fr: `  Les données d'avant sont gardées de côté : ${resolve(aside)}. Supprimez-les quand vous êtes sûr de ne plus en avoir besoin.`,
            en: `  The data of before is kept aside: ${resolve(aside)}. Delete it once you are sure that you no longer need it.`,
          },
        ]),
    ...(erasedSince.length === 0
      ? []
      : [
          {
            fr: `⚠ Effacé depuis cette copie, et donc revenu : ${again}. Refaites l'effacement : /donnees effacer`,
            en: `⚠ Erased since that copy, and therefore back: ${again}. Erase again: /donnees effacer`,
          },
        ]),
  ];
}

function inventoryLine({ rows, tables, entries }: Inventory): Label {
  const [quotes, trainees] = [rows.quotes ?? 0, rows.trainees ?? 0];
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return {
    fr: `  ${counted(all, "ligne", "lignes")} dans ${tables} tables, dont ${counted(trainees, "stagiaire", "stagiaires")} et ${counted(quotes, "devis", "devis")} ; journal intact, ${counted(entries, "entrée", "entrées")}.`,
    en: `  ${counted(all, "row", "rows", "en")} in ${tables} tables, ${counted(trainees, "trainee", "trainees", "en")} and ${counted(quotes, "quote", "quotes", "en")} among them; trail intact, ${counted(entries, "entry", "entries", "en")}.`,
  };
}

interface Place {
  readonly data: string;
  readonly from: string;
  readonly file: string;
}
type Fault = (place: Place) => Label;

const foreign: Fault = ({ from, file }) => {
  const name = basename(from === "" ? file : from);
  return {
    fr: `✖ ${name} n'est pas une base de Kairos : rien n'a été fait. Vérifiez le nom du fichier.`,
    en: `✖ ${name} is not a database of Kairos: nothing was done. Check the name of the file.`,
  };
};
const newer: Fault = () => ({
  fr: "✖ Ces données viennent d'un Kairos plus récent : mettez Kairos à jour, puis recommencez. Rien n'a été fait.",
  en: "✖ This data comes from a newer Kairos: update Kairos, then try again. Nothing was done.",
});

const onServer: Label = {
  fr: "✖ Vos données sont dans la base PostgreSQL de DATABASE_URL, pas dans un fichier : rien n'a été fait. Sauvegardez cette base avec pg_dump --format=custom, et remettez-la en place avec pg_restore dans une base vide.",
  en: "✖ Your data is in the PostgreSQL database of DATABASE_URL, not in a file: nothing was done. Back that database up with pg_dump --format=custom, and put it back with pg_restore into an empty database.",
};

const backupFaults: Readonly<Record<Extract<BackupResult, { ok: false }>["fault"], Fault>> = {
  missing: ({ data }) => ({
    fr: `✖ Il n'y a pas de données dans « ${data} » : rien n'a été copié. Dites où elles sont : npm run backup -- --data <dossier>`,
    en: `✖ There is no data in “${data}”: nothing was copied. Say where it is: npm run backup -- --data <folder>`,
  }),
  foreign: (place) => foreign({ ...place, from: "" }),
  newer,
  incomplete: () => ({
    fr: "✖ La copie ne contient pas tout ce qui était enregistré avant elle : elle a été supprimée. Recommencez ; si cela se reproduit, vérifiez le disque.",
    en: "✖ The copy misses something that was saved before it: it was deleted. Try again; if it happens again, check the disk.",
  }),
  damaged: () => ({
    fr: "✖ La copie est abîmée : elle a été supprimée, et vos données n'ont pas été touchées. Le disque ou la base est en cause : gardez vos anciennes sauvegardes et essayez un autre dossier ; si cela se reproduit, restaurez la dernière sauvegarde (npm run restore).",
    en: "✖ The copy is damaged: it was deleted, and your data was not touched. The disk or the database is at fault: keep your earlier backups and try another folder; if it happens again, restore the last backup (npm run restore).",
  }),
  trail: () => ({
    fr: "✖ Le journal a été modifié : une copie ne prouverait plus rien, elle a été supprimée. Gardez vos anciennes sauvegardes ; /journal verifier dit quelle entrée est en cause.",
    en: "✖ The trail was altered: a copy would prove nothing, it was deleted. Keep your earlier backups; /journal verifier says which entry it is.",
  }),
};

const restoreFaults: Readonly<Record<Extract<RestoreResult, { ok: false }>["fault"], Fault>> = {
  missing: ({ from }) => ({
    fr: `✖ « ${from} » est introuvable : rien n'a été fait. Vérifiez le chemin.`,
    en: `✖ “${from}” is not found: nothing was done. Check the path.`,
  }),
  same: () => ({
    fr: "✖ Ce fichier est la base de Kairos elle-même : donnez une sauvegarde.",
    en: "✖ This file is the database of Kairos itself: give a backup.",
  }),
  occupied: ({ data, from }) => ({
    fr: `✖ Il y a déjà des données dans « ${data} » : rien n'a été fait. Pour prendre leur place (elles sont gardées de côté) : npm run restore -- ${from} --replace`,
    en: `✖ There is data in “${data}” already: nothing was done. To take its place (it is kept aside): npm run restore -- ${from} --replace`,
  }),
  running: () => ({
    fr: "✖ Kairos tourne encore sur ces données : rien n'a été fait. Arrêtez-le, puis recommencez.",
    en: "✖ Kairos still runs on this data: nothing was done. Stop it, then try again.",
  }),
  foreign,
  newer,
  damaged: ({ from }) => ({
    fr: `✖ La sauvegarde ${basename(from)} est abîmée : rien n'a été fait, vos données n'ont pas changé. Prenez-en une plus ancienne.`,
    en: `✖ The backup ${basename(from)} is damaged: nothing was done, your data has not changed. Take an earlier one.`,
  }),
  trail: ({ from }) => ({
    fr: `✖ Le journal de ${basename(from)} a été modifié : la sauvegarde ne prouve plus rien. Rien n'a été fait ; prenez-en une plus ancienne et prévenez le RGC.`,
    en: `✖ The trail of ${basename(from)} was altered: the backup proves nothing. Nothing was done; take an earlier one and tell the account manager.`,
  }),
};
