import { amountCell, countCell, durationCell } from "@kairos/core";
import { problemsOf } from "../../problems.js";
import { faultsIn } from "../../seeded.js";
import { letterForDigit } from "../../slips.js";

/** A row of a table as people fill it in: what the training costs, how long it lasts, how many may come. */
const inRow = faultsIn(
  ({ situation: { quote, session, today } }) => {
    const { centreMinutes, companyMinutes, distanceMinutes } = quote.hours;
    const cost = amountCell.write(quote.totalCents ?? 0);
    return {
      cost,
      hours: durationCell.write(centreMinutes + companyMinutes + distanceMinutes),
      places: countCell.write(session?.capacity ?? 12),
      today,
    };
  },
  ({ cost, hours, places, today }) => {
    const at = { line: 2, today };
    return [amountCell.read(cost, at), durationCell.read(hours, at), countCell.read(places, at)].flatMap(problemsOf);
  },
);

/** What cannot be read in a cell, or in an option. */
export const cellFaults = {
  "input.not-an-amount": inRow((row, random) => ({
    ...row,
    cost: random.pick([
      letterForDigit(row.cost, random),
      `environ ${row.cost}`,
      `${row.cost} TTC`,
      "à définir",
      `${row.cost}/h`,
      "mille euros",
    ]),
  })),
  "input.ambiguous-amount": inRow((row, random) => ({
    ...row,
    cost: `${1 + random.int(9)}${random.pick([".", ","])}${100 + random.int(900)}`,
  })),
  "input.not-a-duration": inRow((row, random) => ({
    ...row,
    hours: random.pick([
      "deux semaines",
      `${1 + random.int(20)} jours`,
      `${row.hours} environ`,
      `${letterForDigit(row.hours, random)}`,
      "70h75",
      "mi-temps",
    ]),
  })),
  "input.not-a-number": inRow((row, random) => ({
    ...row,
    places: random.pick(["douze", `${row.places},5`, `${row.places} places`, "8 à 12", `-${1 + random.int(12)}`, "illimité"]),
  })),
};
