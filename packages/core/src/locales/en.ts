import type { ProblemCode, Sentences } from "../catalogue.js";
import { accessEnglish } from "./en/access.js";
import { accessReviewEnglish } from "./en/access-review.js";
import { appointmentsEnglish } from "./en/appointments.js";
import { auditEnglish } from "./en/audit.js";
import { displayEnglish } from "./en/display.js";
import { filesEnglish } from "./en/files.js";
import { importsEnglish } from "./en/imports.js";
import { inputEnglish } from "./en/input.js";
import { joiningEnglish } from "./en/joining.js";
import { listingEnglish } from "./en/listing.js";
import { membershipEnglish } from "./en/membership.js";
import { quotesEnglish } from "./en/quotes.js";
import { schedulesEnglish } from "./en/schedules.js";

/** The English sentence of each code. */
export const english: Sentences<ProblemCode> = {
  ...inputEnglish,
  ...filesEnglish,
  ...importsEnglish,
  ...membershipEnglish,
  ...joiningEnglish,
  ...accessEnglish,
  ...accessReviewEnglish,
  ...appointmentsEnglish,
  ...auditEnglish,
  ...quotesEnglish,
  ...schedulesEnglish,
  ...displayEnglish,
  ...listingEnglish,
};
