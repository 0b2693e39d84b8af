import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Label } from "@kairos/core";

export interface TourFolder {
  readonly path: string;
  /** Notes a document as ours, so that the next tour may remove it. */
  note(document: string): Promise<void>;
  /** Leaves the folder to the next tour. */
  release(): Promise<void>;
}

export type PreparedTourFolder = { readonly ok: true; readonly folder: TourFolder } | { readonly ok: false; readonly fault: Label };

/** An empty folder for a tour. Only what an earlier tour noted as its own is removed; one still in use is left alone. */
export async function prepareTourFolder(data: string): Promise<PreparedTourFolder> {
  for (let number = 1; ; number += 1) {
    const path = join(data, number === 1 ? "visite" : `visite-${number}`);
    await mkdir(path, { recursive: true, mode: 0o700 });
    const mark = await readMark(path);
    if (mark === undefined && (await readdir(path)).length > 0) return { ok: false, fault: notOurs(path) };
    if (mark !== undefined && isRunning(mark.process)) continue;
    await empty(path, mark?.documents ?? []);
    await writeFile(join(path, markName), `${markTitle}\n${process.pid}\n`, { mode: 0o600 });
    return { ok: true, folder: folderAt(path) };
  }
}

const markName = ".visite-kairos";
const markTitle = "Dossier de la visite guidée de Kairos : vidé à chaque visite.";
const databaseFiles = ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm", "desk.sqlite-journal"];

function folderAt(path: string): TourFolder {
  const mark = join(path, markName);
  return {
    path,
    note: (document) => appendFile(mark, `${basename(document)}\n`),
    release: async () => {
      const [title, , ...documents] = (await readFile(mark, "utf8")).split("\n");
      await writeFile(mark, [title, "0", ...documents].join("\n"), { mode: 0o600 });
    },
  };
}

async function readMark(path: string): Promise<{ readonly process: number; readonly documents: readonly string[] } | undefined> {
  try {
    const [title, process, ...documents] = (await readFile(join(path, markName), "utf8")).split("\n");
    return title === markTitle ? { process: Number(process), documents: documents.filter((name) => name !== "") } : undefined;
  } catch {
    return undefined;
  }
}

async function empty(path: string, documents: readonly string[]): Promise<void> {
  const ours = [...databaseFiles, ...documents.map((name) => join("documents", basename(name)))];
  await Promise.all(ours.map((name) => rm(join(path, name), { force: true })));
}

function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0 || id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function notOurs(path: string): Label {
  return {
    fr: `Le dossier ${path} contient des fichiers que la visite n'a pas créés : déplacez-les, ou choisissez un autre dossier avec --data.`,
    en: `The folder ${path} holds files that the tour did not create: move them, or choose another folder with --data.`,
  };
}
