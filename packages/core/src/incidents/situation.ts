import type { Provider } from "../membership/index.js";
import type { Instant } from "../shared/calendar.js";
import type { Incident } from "./incident.js";
import type { MaskingContext } from "./masking.js";

/** An incident with all that its file is judged with. */
export interface IncidentSituation {
  readonly incident: Incident;
  readonly provider: Provider;
  readonly now: Instant;
  readonly masking: MaskingContext;
}
