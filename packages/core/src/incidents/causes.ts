import { accountCauses } from "./causes/account.js";
import { portalCauses } from "./causes/portal.js";
import { sessionCauses } from "./causes/session.js";
import { trainingCauses } from "./causes/training.js";

/** The decision table: rows of one symptom are tried in order, and the last one always fits. */
export const causes = { ...accountCauses, ...portalCauses, ...sessionCauses, ...trainingCauses };
