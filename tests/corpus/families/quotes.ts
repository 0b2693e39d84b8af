import { checkQuote } from "@kairos/core";
import { faults as known } from "../../core/quotes/faults.js";
import { faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

const inQuote = faultsIn((dossier) => dossier.situation, checkQuote);

export const quoteFaults: Partial<FaultsOf<"quotes">> = {
  "quote.field-missing": inQuote((situation, random) => known["the title is left out"]?.plant(situation, random.int(500_00))),
};
