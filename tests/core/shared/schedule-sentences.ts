const hours = (centreMinutes: number, distanceMinutes = 0) => ({ centreMinutes, companyMinutes: 0, distanceMinutes });

/** Params of the sentences about weeks, schedules and courses. */
export const scheduleSamples = {
  "input.not-an-hour": [{ value: "25:99" }, { value: "24:00" }],
  "input.hours-order": [{ from: "12:00", until: "09:00" }],
  "input.hours-overlap": [{ weekday: 1, first: "09:00-12:00", second: "11:00-13:00" }],
  "input.week-incomplete": (["days", "hours"] as const).map((missing) => ({ missing, value: "lun" })),
  "input.week-unreadable": [{ value: "lunedi" }],
  "session.hours-sum": [{ announcedMinutes: 4200, sumMinutes: 3900 }],
  "session.distance-without-means": [
    { missing: ["assistance" as const], minutes: 0 },
    { missing: ["activities" as const, "evaluation" as const], minutes: 2100 },
  ],
  "id.certification-ended": [{ certification: "RNCP34862", endsOn: "2026-06-30" }],
  "session.schedule-hours-order": [{ day: "2026-12-07", half: "morning" as const, from: "12:30", until: "09:00" }],
  "session.half-day-clock-change": [
    { skipped: ["02:30"], realMinutes: 0, from: "02:30", until: "03:30" },
    { skipped: ["02:15", "02:45"], realMinutes: 30, from: "02:15", until: "02:45" },
    { skipped: [], realMinutes: 120, from: "01:00", until: "04:00" },
  ].map((one) => ({ day: "2027-03-28", half: "morning" as const, shownMinutes: 60, ...one })),
  "session.schedule-half-twice": [{ day: "2026-12-07", half: "afternoon" as const }],
  "session.schedule-overlap": [{ day: "2026-12-07", first: "09:00-12:30", second: "12:00-17:00" }],
  "session.schedule-outside-dates": [{ days: ["2026-12-05", "2026-12-19"], startsOn: "2026-12-07", endsOn: "2026-12-18" }],
  "session.schedule-hours": [
    {
      expected: hours(4200),
      scheduled: hours(3300),
      parts: [
        { why: "pattern" as const, days: [], minutes: 60 },
        {
          why: "holiday" as const,
          label: { fr: "armistice de 1918", en: "Armistice Day 1918" },
          days: ["2026-11-11"],
          minutes: -420,
        },
        { why: "closure" as const, label: { fr: "Ponts", en: "Ponts" }, days: ["2026-11-12", "2026-11-13"], minutes: -360 },
        { why: "edit" as const, days: ["2026-11-16"], minutes: -180 },
      ],
    },
    { expected: hours(4200), scheduled: hours(2100, 2100), parts: [] },
  ],
  "session.hours-vs-dates": [
    { scope: "day" as const, minutes: 540, most: 480, on: "2026-12-07", others: 0 },
    { scope: "day" as const, minutes: 540, most: 480, on: "2026-12-07", others: 1 },
    { scope: "week" as const, minutes: 2400, most: 2100, on: "2026-12-07", others: 3 },
    { scope: "week" as const, minutes: 2400, most: 2100, on: "2026-12-07", others: 1 },
    { scope: "period" as const, minutes: 24_000, most: 4200, on: "", others: 0 },
  ],
  "session.schedule-on-day-off": [{ days: [{ day: "2026-11-11", label: { fr: "armistice de 1918", en: "Armistice Day 1918" } }] }],
  "session.pattern-half-twice": [{ weekday: 1, half: "morning" as const, first: "08:00-10:00", second: "10:15-12:00" }],
  "session.schedule-two-ways": [{}],
  "session.schedule-too-long": [{ halfDays: 5000, most: 2000 }],
  "session.schedule-empty": [{}],
  "session.schedule-exists": [
    { halfDays: 20, minutes: 4200, edited: 0 },
    { halfDays: 20, minutes: 4200, edited: 1 },
    { halfDays: 20, minutes: 4200, edited: 2 },
    { halfDays: 1, minutes: 180, edited: 0 },
  ],
  "session.schedule-over-appointment": [
    { who: "Omar Diallo", what: "person" as const, day: "2026-12-07", from: "10:00", until: "10:30" },
    { who: "Quai 2", what: "room" as const, day: "2026-12-07", from: "10:00", until: "10:30", reference: "RDV-2026-0001" },
  ],
  "session.half-day-unknown": [{ day: "2026-12-07", half: "evening" as const }],
};
