export { anAppointment } from "./appointment.js";
export { aGrant, grantsOf } from "./grant.js";
export { aMembership, aMembershipSituation } from "./membership.js";
export { merge, type Overrides } from "./merge.js";
export { aProvider, bordeaux, pau } from "./provider.js";
export { aLine, aPoeiQuote, aPoeiSession, aPoeiSituation, aQuote, aQuoteSituation, today } from "./quote.js";
export { anAccount, aReviewFacts, lea, nadia, omar, usageOf } from "./review.js";
export { aCourse, aSchedule, fullWeek, sessionSettings } from "./schedule.js";
export { aSession, aTrainee } from "./session.js";
