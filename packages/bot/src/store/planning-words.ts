import type {
  Appointment,
  AppointmentStatus,
  Booking,
  BookingOwner,
  Course,
  ImportRecord,
  Instant,
  IsoDate,
  ResourceKey,
  Schedule,
  Session,
  Siret,
  WorkingHours,
} from "@kairos/core";

export interface SessionFilter {
  readonly search?: string;
  readonly limit?: number;
  /** Not over before that day. */
  readonly from?: IsoDate;
  /** Begun by that day. */
  readonly until?: IsoDate;
}

export interface AppointmentFilter {
  /** Not over at that instant. */
  readonly from?: Instant;
  /** Begun before that instant. */
  readonly until?: Instant;
  /** Those that keep somebody or a room: none that is over or given up. */
  readonly resource?: ResourceKey;
  readonly status?: readonly AppointmentStatus[];
  readonly session?: string;
  readonly search?: string;
  readonly limit?: number;
}

/** A booking as somebody may see it: what it is for is left out beyond the establishments in scope. */
export interface SeenBooking extends Omit<Booking, "owner"> {
  readonly kind: BookingOwner["kind"];
  readonly reference?: string;
  readonly siret?: Siret;
}

/** What a store keeps of courses, sessions and appointments, and of whom and what they keep. */
export interface Planning {
  readonly courses: {
    get(reference: string): Promise<Course | undefined>;
    save(course: Course): Promise<void>;
    list(filter?: { readonly search?: string; readonly limit?: number }): Promise<readonly Course[]>;
    /** Adds or replaces many, a statement for a thousand. */
    saveMany(courses: readonly Course[]): Promise<void>;
    /** Returns how many there were. */
    removeMany(references: readonly string[]): Promise<number>;
    /** Which references are taken, in whatever establishment. */
    existing(references: readonly string[]): Promise<ReadonlySet<string>>;
  };
  readonly sessions: {
    get(reference: string): Promise<Session | undefined>;
    save(session: Session): Promise<void>;
    list(filter?: SessionFilter): Promise<readonly Session[]>;
    /** Adds or replaces many, a statement for a thousand. */
    saveMany(sessions: readonly Session[]): Promise<void>;
    /** With their schedules, and what these kept. Returns how many there were. */
    removeMany(references: readonly string[]): Promise<number>;
    /** Which references are taken, in whatever establishment. */
    existing(references: readonly string[]): Promise<ReadonlySet<string>>;
  };
  readonly schedules: {
    get(sessionReference: string): Promise<Schedule | undefined>;
    save(schedule: Schedule, session: Session): Promise<void>;
    list(sessionReferences: readonly string[]): Promise<readonly Schedule[]>;
  };
  readonly appointments: {
    get(reference: string): Promise<Appointment | undefined>;
    save(appointment: Appointment): Promise<void>;
    list(filter?: AppointmentFilter): Promise<readonly Appointment[]>;
  };
  readonly workingHours: {
    get(person: string, siret: Siret): Promise<WorkingHours | undefined>;
    save(hours: WorkingHours): Promise<void>;
    /** Their hours are again those of the establishment. */
    remove(person: string, siret: Siret): Promise<void>;
    list(): Promise<readonly WorkingHours[]>;
  };
  /** Who and what is kept by sessions and appointments, which write it themselves. */
  readonly bookings: {
    /** What keeps any of these between two instants, by start, whatever the establishment. */
    between(
      resources: readonly ResourceKey[],
      from: Instant,
      until: Instant,
      except?: Pick<BookingOwner, "kind" | "reference">,
    ): Promise<readonly SeenBooking[]>;
    /** All that sessions in scope keep, and is not over at an instant. */
    ofSessions(from: Instant): Promise<readonly Booking[]>;
  };
  readonly imports: {
    get(reference: string): Promise<ImportRecord | undefined>;
    save(one: ImportRecord): Promise<void>;
    list(filter?: { readonly limit?: number }): Promise<readonly ImportRecord[]>;
  };
}
