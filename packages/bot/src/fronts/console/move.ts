import { existsSync } from "node:fs";
import { counted, type Digest, type Label } from "@kairos/core";
import type { Config } from "../../config.js";
import { type Moved, type MoveFault, moveToServer } from "../../store/move.js";
import type { Output } from "../shared/output.js";
import type { ExitCode } from "./exit-codes.js";
import { exitCodes } from "./exit-codes.js";

/** `npm run move-to-postgres`: the desk of the data folder goes to the database of `DATABASE_URL`. */
export async function moveDesk(
  file: string,
  { config, output, digest }: { readonly config: Config; readonly output: Output; readonly digest: Digest },
): Promise<ExitCode> {
  const say = (label: Label) => output.remark(label[config.language]);
  if (config.database === undefined) return refuse(noTarget, say);
  if (!existsSync(file)) return refuse(noSource(file), say);
  say({ fr: `Copie de ${file} vers PostgreSQL…`, en: `Copying ${file} to PostgreSQL…` });
  const moved = await moveToServer({ file, url: config.database.reveal(), digest });
  if ("fault" in moved) return refuse(faultOf(moved), say);
  for (const [table, rows] of Object.entries(moved.tables)) output.say(`${table.padEnd(24)}${String(rows).padStart(10)}`);
  say(doneWords(moved, file));
  return exitCodes.done;
}

function refuse(fault: Label, say: (label: Label) => void): ExitCode {
  say(fault);
  return exitCodes.usage;
}

const noTarget: Label = {
  fr: "Donnez l'adresse de la base PostgreSQL dans DATABASE_URL ou DATABASE_URL_FILE, puis relancez.",
  en: "Give the address of the PostgreSQL database in DATABASE_URL or DATABASE_URL_FILE, then run this again.",
};

function noSource(file: string): Label {
  return {
    fr: `Rien à copier : ${file} n'existe pas. Donnez le dossier du bureau avec --data.`,
    en: `Nothing to copy: ${file} does not exist. Give the folder of the desk with --data.`,
  };
}

function faultOf(fault: MoveFault): Label {
  if (fault.fault === "row-refused") {
    return {
      fr: `Une ligne de la table ${fault.table} n'a pas la forme attendue : PostgreSQL la refuse. Rien n'a été gardé, le fichier reste la référence. Vérifiez-le : il a peut-être été modifié à la main.`,
      en: `A row of the table ${fault.table} is not as expected: PostgreSQL refuses it. Nothing was kept, the file still stands. Check it: it may have been changed by hand.`,
    };
  }
  if (fault.fault === "differs") {
    return {
      fr: `La table ${fault.table} relue dans PostgreSQL n'est pas celle du fichier. Rien n'a été gardé : le fichier reste la référence. Signalez-le, c'est une erreur de Kairos ou une donnée abîmée.`,
      en: `The table ${fault.table} read back from PostgreSQL is not the one of the file. Nothing was kept: the file still stands. Report it, it is a fault of Kairos or damaged data.`,
    };
  }
  return faults[fault.fault];
}

const faults: Readonly<Record<Exclude<MoveFault["fault"], "differs" | "row-refused">, Label>> = {
  "older-file": {
    fr: "Le fichier n'est pas à la version de ce Kairos. Lancez une fois npm start -- desk sans DATABASE_URL pour le mettre à jour, puis relancez.",
    en: "The file is not of this Kairos's version. Run npm start -- desk once without DATABASE_URL to bring it up to date, then run this again.",
  },
  "target-not-empty": {
    fr: "La base PostgreSQL contient déjà des données de Kairos : rien n'y a été écrit. Donnez une base vide ; si la copie a déjà été faite, il n'y a plus rien à faire.",
    en: "The PostgreSQL database holds data of Kairos already: nothing was written there. Give an empty database; if the copy was made before, nothing is left to do.",
  },
  "written-meanwhile": {
    fr: "Quelqu'un a travaillé dans le fichier pendant la copie, qui n'a pas été gardée. Arrêtez le robot et le bureau, puis relancez.",
    en: "Somebody worked in the file during the copy, which was not kept. Stop the bot and the desk, then run this again.",
  },
};

function doneWords({ rows, trails: { sound, broken } }: Moved, file: string): Label {
  const brokenFr =
    broken === 0
      ? ""
      : ` ${broken} étai${broken > 1 ? "en" : ""}t déjà rompu${broken > 1 ? "s" : ""} dans le fichier et le rest${broken > 1 ? "ent" : "e"}.`;
  const brokenEn = broken === 0 ? "" : ` ${broken} broken in the file already, and still so.`;
  return {
    fr: `Copie faite et relue : ${counted(rows, "ligne")}, ${counted(sound, "journal vérifié", "journaux vérifiés")}.${brokenFr} Lancez désormais Kairos avec DATABASE_URL ; gardez ${file} comme sauvegarde, puis effacez-le : il contient des données personnelles.`,
    en: `Copied and read back: ${counted(rows, "row", "rows", "en")}, ${counted(sound, "trail verified", "trails verified", "en")}.${brokenEn} From now on start Kairos with DATABASE_URL; keep ${file} as a backup, then erase it: it holds personal data.`,
  };
}
