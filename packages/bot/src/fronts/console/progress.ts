import type { Language } from "@kairos/core";
import type { Progress } from "../../prepare.js";
import type { Output } from "../shared/output.js";

/** Long work as a terminal shows it: one line that is rewritten, or, where none can be, a line for each tenth. */
export function progressOn(
  { remark, rewrite }: Pick<Output, "remark" | "rewrite">,
  language: Language,
  clock: () => number = () => performance.now(),
): { readonly report: Progress; readonly end: () => void } {
  const start = clock();
  let shown = -1;
  return {
    report: (done, total) => {
      // What is over in a moment is not worth a line.
      if (total <= 0 || clock() - start < patience) return;
      const percent = Math.min(100, Math.floor((done / total) * 100));
      const step = rewrite === undefined ? percent - (percent % 10) : percent;
      if (step <= shown) return;
      shown = step;
      const text = language === "fr" ? `… en cours : ${step}\u00a0%` : `… under way: ${step}%`;
      if (rewrite === undefined) remark(text);
      else rewrite(text);
    },
    end: () => {
      if (shown >= 0) rewrite?.("");
    },
  };
}

const patience = 400;
