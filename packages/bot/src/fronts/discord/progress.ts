import type { Language } from "@kairos/core";
import type { Progress } from "../../prepare.js";
import type { Answerable } from "./requests.js";

/**
 * Long work as a chat shows it: the deferred answer, edited now and then. Nothing waits for an edit but the answer itself,
 * so that none comes after it.
 */
export function progressIn(
  interaction: Pick<Answerable, "deferred">,
  edit: (content: string) => Promise<void>,
  language: Language,
  clock: () => number = () => performance.now(),
): { readonly report: Progress; readonly end: () => Promise<void> } {
  let last = clock();
  let under: Promise<void> | undefined;
  let isOver = false;
  return {
    report: (done, total) => {
      if (isOver || under !== undefined || total <= 0 || clock() - last < everyMs || !interaction.deferred) return;
      last = clock();
      const percent = Math.min(100, Math.floor((done / total) * 100));
      const content = language === "fr" ? `En cours : ${percent}\u00a0%` : `Under way: ${percent}%`;
      under = edit(content)
        .then(() => void shown.add(interaction))
        .catch(() => undefined)
        .finally(() => {
          under = undefined;
        });
    },
    end: async () => {
      isOver = true;
      await under;
    },
  };
}

/** Was something shown there, which the answer must take away. */
export function isUnderWay(interaction: object): boolean {
  return shown.has(interaction);
}

const everyMs = 2000;
const shown = new WeakSet<object>();
