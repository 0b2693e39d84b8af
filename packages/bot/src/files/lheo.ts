import {
  type CatalogueEntry,
  type Element,
  failure,
  fileRules,
  type IsoDate,
  type LheoVersion,
  lheoNamespaces,
  lheoRules,
  type Problem,
  type Result,
  raise,
  readFormation,
  success,
} from "@kairos/core";
import { entriesRead } from "./entries-read.js";
import { readXml, type XmlRoot } from "./xml.js";

export interface LheoFile {
  readonly version: LheoVersion;
  readonly entries: readonly CatalogueEntry[];
}

/** Reads a LHEO file, formation by formation: every course and session, sound or not, or why the file itself is none. */
export async function readLheo(
  bytes: Uint8Array,
  { today, taxed, progress }: { readonly today: IsoDate; readonly taxed: boolean; readonly progress?: (read: number) => void },
): Promise<Result<LheoFile>> {
  const { entries, add } = entriesRead();
  const beyond = (limit: keyof typeof most, line: number) => raise(fileRules, "file.beyond-limits", [], { limit, most: most[limit], line });
  let version: LheoVersion = "2.3";
  let rank = 0;
  let end = 1;
  const read = await readXml(bytes, {
    path: ["lheo", "offres", "formation"],
    root: (root) => {
      const found = versionOf(root);
      if (!found.ok) return found.problems[0];
      version = found.value;
      return undefined;
    },
    element: (formation) => {
      rank += 1;
      end = formation.line;
      const sessions = formation.children.reduce(
        (sum, { name, children }) => (name === "action" ? sum + children.filter(isSession).length : sum),
        0,
      );
      if (sessions > most.sessions) return beyond("sessions", formation.line);
      for (const entry of readFormation(formation, rank, { version, today, taxed })) add(entry);
      return entries.length > most.entries ? beyond("entries", formation.line) : undefined;
    },
    ...(progress !== undefined && { progress }),
  });
  if (!read.ok) return read;
  if (rank > 0) return success({ version, entries });
  return failure(raise(lheoRules, "lheo.element-missing", ["lheo", "offres"], { line: end, element: "formation", parent: "offres" }));
}

/** In one formation, and in the whole file: far beyond any real catalogue. */
const most = { sessions: 10_000, entries: 100_000 } as const;

function isSession({ name }: Element): boolean {
  return name === "session";
}

function versionOf({ name, namespace, line }: XmlRoot): Result<LheoVersion> {
  if (name !== "lheo") return failure<Problem>(raise(lheoRules, "lheo.not-lheo", [], { line, root: name.slice(0, 40) }));
  const found = (Object.keys(lheoNamespaces) as LheoVersion[]).find((version) => lheoNamespaces[version] === namespace);
  return found === undefined
    ? failure<Problem>(raise(lheoRules, "lheo.version-unknown", [], { line, namespace: namespace.slice(0, 80) }))
    : success(found);
}
