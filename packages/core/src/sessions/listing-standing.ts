import type { Settings } from "../membership/index.js";
import type { IsoDate } from "../shared/calendar.js";
import { listingActionsOn, listingStatusOn } from "./advance-listing.js";
import type { ListingAction, ListingStatus } from "./listing.js";
import { type ListingStandingKind, type ListingStandingRow, listingStandingRows } from "./listing-standing-rows.js";
import type { Session } from "./session.js";
import { type Visibility, type VisibilityOptions, visibilityOf } from "./visibility.js";

export interface ListingStanding extends ListingStandingRow {
  readonly kind: ListingStandingKind;
  readonly status: ListingStatus;
  /** The day of the last step. */
  readonly since: IsoDate | undefined;
  readonly visibility: Visibility;
  /** All that may be recorded on that day. */
  readonly possible: readonly ListingAction[];
}

/** Where a session's listing stands on a day, what its dates promise, who must act and what comes next. */
export function listingStanding(session: Session, settings: Settings, today: IsoDate, options: VisibilityOptions = {}): ListingStanding {
  const status = listingStatusOn(session, today);
  const visibility = visibilityOf(session, settings, today, options);
  const kind = kindOf(status, session, visibility);
  const possible = listingActionsOn(session, today);
  const row = listingStandingRows[kind];
  return {
    ...row,
    actions: row.actions.filter((action) => possible.includes(action)),
    kind,
    status,
    since: session.listing?.steps.at(-1)?.on,
    visibility,
    possible,
  };
}

function kindOf(status: ListingStatus, { listing, listingReference }: Session, { leftOut, ask }: Visibility): ListingStandingKind {
  const isTracked = (listing?.steps.length ?? 0) > 0;
  if (status === "draft" && !isTracked && listingReference !== undefined) return "untracked";
  if (status !== "sent") return status;
  if (leftOut.length > 0) return "left-out";
  return ask === "agency" ? "late" : "sent";
}
