import type { Label } from "@kairos/core";
import type { Database, DeliveryRequest, InterruptedWork } from "./store/store.js";

type Cut = Pick<InterruptedWork, "path" | "object">;

/** Long work is marked before it begins; the mark leaves with the commit, so that what is cut off in between is known. */
export async function marked<T>(
  { works }: Pick<Database, "works">,
  { workspace, id, at, actor, path, isMarked }: DeliveryRequest,
  object: string,
  work: () => Promise<T>,
): Promise<T> {
  if (isMarked !== true) return work();
  await works.begin({ workspace, id, actor, path, object, startedAt: at });
  try {
    return await work();
  } catch (error) {
    await works.end({ workspace, id });
    throw error;
  }
}

/** What was cut off in some workspaces, each told by `tell`, then forgotten: whoever starts next does not hear of it again. */
export async function tellInterrupted(
  { works }: Pick<Database, "works">,
  concerns: (workspace: string) => boolean,
  tell: (work: InterruptedWork) => Promise<void> | void,
): Promise<void> {
  for (const work of await works.interrupted()) {
    if (!concerns(work.workspace)) continue;
    await tell(work);
    await works.end(work);
  }
}

/** On one line, with what to type. */
export function interruptedLine(work: Cut): Label {
  const { fr, en } = interruptedSentence(work);
  const command = retryOf(work);
  return command === undefined ? { fr, en } : { fr: `${fr} → ${command}`, en: `${en} → ${command}` };
}

/** What is said of long work that was cut off. */
export function interruptedSentence({ path, object }: Cut): Label {
  const isImport = object.startsWith("IMP-");
  return {
    fr: `${isImport ? `L'import ${object}` : `Une commande (/${path})`} a été ${isImport ? "interrompu" : "interrompue"} : rien n'en a été enregistré. ${isImport ? "Relancez-le" : "Relancez-la"}.`,
    en: `${isImport ? `Import ${object}` : `A command (/${path})`} was interrupted: nothing of it was recorded. Run it again.`,
  };
}

/** What to type to do it again, where that is all there is to type. */
export function retryOf({ path, object }: Cut): string | undefined {
  return object === "" ? undefined : `/${path} reference:${object}`;
}
