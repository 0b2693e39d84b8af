import type {
  AttendanceMonth,
  AttendanceRecord,
  AttendanceSheet,
  Claim,
  ClaimKind,
  Enrolment,
  Instant,
  IsoDate,
  IsoMonth,
  MovementDeclaration,
  SignIn,
  Slot,
} from "@kairos/core";

/** The half-days looked for: of one session, or of one trainee everywhere. */
export interface HalfDayFilter {
  readonly session?: string;
  readonly trainee?: string;
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/** Whose half-day. */
export interface TraineeSlot extends Slot {
  readonly sessionReference: string;
  readonly traineeId: string;
}

/** Who changes facts, when and why: kept beside what they said before. */
export interface FactChange {
  readonly by: string;
  readonly at: Instant;
  readonly cause?: string;
}

/** What a fact said before it was changed. */
export interface FormerFact extends FactChange {
  /** Grows with each change of the half-day. */
  readonly version: number;
  readonly former: AttendanceRecord;
}

/** What a store keeps of attendance. */
export interface Attendance {
  readonly enrolments: {
    get(session: string, trainee: string): Promise<Enrolment | undefined>;
    save(enrolment: Enrolment): Promise<void>;
    remove(session: string, trainee: string): Promise<void>;
    ofSession(session: string): Promise<readonly Enrolment[]>;
    ofTrainee(trainee: string): Promise<readonly Enrolment[]>;
  };
  readonly attendance: {
    /** In the order of days, halves and trainees. */
    of(filter: HalfDayFilter): Promise<readonly AttendanceRecord[]>;
    /** Those of a session whose status is not that of the fact before of the same trainee: where something begins or ends. */
    turns(session: string): Promise<readonly AttendanceRecord[]>;
    /** Adds or replaces; what is replaced by something else goes to the history. Returns how many were there. */
    saveMany(records: readonly AttendanceRecord[], change: FactChange): Promise<number>;
    /** Takes facts away; what they said goes to the history. */
    removeMany(slots: readonly TraineeSlot[], change: FactChange): Promise<number>;
    /** The last change first. */
    history(filter: HalfDayFilter): Promise<readonly FormerFact[]>;
    /** Sessions that have facts, in scope; of these only, when some are given. */
    sessions(among?: readonly string[]): Promise<readonly string[]>;
  };
  readonly signIns: {
    /** In the order of days, halves and trainees. */
    of(filter: HalfDayFilter): Promise<readonly SignIn[]>;
    /** Returns how many are new: the same one twice is one. */
    addMany(signIns: readonly SignIn[]): Promise<number>;
    /** All that rests on one proof, `FE-0001` or `IMP-0001`. Returns how many there were. */
    removeByProof(session: string, proof: string): Promise<number>;
  };
  readonly sheets: {
    get(reference: string): Promise<AttendanceSheet | undefined>;
    save(sheet: AttendanceSheet): Promise<void>;
    ofSession(session: string): Promise<readonly AttendanceSheet[]>;
  };
  readonly months: {
    get(session: string, month: IsoMonth): Promise<AttendanceMonth | undefined>;
    save(month: AttendanceMonth): Promise<void>;
    ofSession(session: string): Promise<readonly AttendanceMonth[]>;
    /** Of every session in scope. */
    list(): Promise<readonly AttendanceMonth[]>;
  };
  readonly claims: {
    of(kind: ClaimKind, filter: HalfDayFilter): Promise<readonly Claim[]>;
    addMany(claims: readonly Claim[]): Promise<void>;
    /** These, whatever their minutes. Returns how many there were. */
    removeMany(claims: readonly Claim[]): Promise<number>;
    /** Those of one kind that rest on one reference. Returns how many there were. */
    removeByReference(kind: ClaimKind, session: string, reference: string): Promise<number>;
  };
  readonly movements: {
    /** One for each movement: declared again, the day it was declared changes. */
    save(movement: MovementDeclaration): Promise<void>;
    ofSession(session: string): Promise<readonly MovementDeclaration[]>;
  };
  readonly keys: {
    /** What the desk signs with for a purpose, in hexadecimal; made the first time. */
    secret(purpose: string): Promise<string>;
  };
}

/** Long work that was begun and did not end: the process was stopped, and nothing of it was kept. */
export interface InterruptedWork {
  readonly workspace: string;
  readonly id: string;
  readonly actor: string;
  readonly path: string;
  /** What it was about, `IMP-0001`. */
  readonly object: string;
  readonly startedAt: Instant;
}

/** Work under way, so that a process stopped in its middle is known at the next start. */
export interface Works {
  begin(work: InterruptedWork): Promise<void>;
  end(work: Pick<InterruptedWork, "workspace" | "id">): Promise<void>;
  /** What another life of the desk began and never ended. */
  interrupted(): Promise<readonly InterruptedWork[]>;
}
