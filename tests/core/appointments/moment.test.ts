import { momentAt } from "@kairos/core";
import { expect, it } from "vitest";

it("an hour that clocks skip is refused, with the one they show instead", () => {
  expect(momentAt("2027-03-28", "01:59", "Europe/Paris")).toEqual({ ok: true, value: "2027-03-28T00:59:00.000Z" });
  expect(momentAt("2027-03-28", "02:30", "Europe/Paris")).toEqual({
    ok: false,
    problems: [
      {
        code: "appointment.hour-skipped",
        severity: "error",
        path: ["time"],
        params: { day: "2027-03-28", time: "02:30", becomes: "03:30" },
      },
    ],
  });
});
