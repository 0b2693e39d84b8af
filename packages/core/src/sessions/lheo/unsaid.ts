import { type Session, totalMinutes } from "../session.js";
import { readAddress, writeCoordinates } from "./addresses.js";

/** Can LHEO say all that the session does: what it has no element for would be lost by whoever reads the file. */
export function isSaidWhole(session: Session, isTaxed: boolean): boolean {
  const { hours, announcedMinutes, modality, place, priceCents, listing } = session;
  const minutes = [hours.centreMinutes, hours.companyMinutes, hours.distanceMinutes];
  const hasNoElement = [
    session.room,
    session.trainers?.[0],
    session.capacity,
    session.certificationEndsOn,
    session.distanceMeans?.[0],
    announcedMinutes,
    session.cpfEligible ? true : undefined,
    session.category === "training" ? undefined : session.category,
    listing === undefined || ["open", "full", "suspended"].includes(listing.status) ? undefined : listing.status,
  ];
  return (
    hasNoElement.every((value) => value === undefined) &&
    minutes.every((one) => one % 60 === 0) &&
    totalMinutes(hours) <= 99_999 * 60 &&
    (modality !== "on-site" || hours.distanceMinutes === 0) &&
    (priceCents === undefined || !isTaxed) &&
    (place === undefined || readAddress(writeCoordinates(place)) === place)
  );
}
