import { say } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openFoundedDesk();
});
afterAll(() => desk.close());

const set = (setting: string, value: string) => desk.type("rgc", `/organisme regler parametre:${setting} valeur:${value}`);

async function settings() {
  const [provider] = await desk.database.read("test", "all", (store) => store.providers.list());
  if (provider === undefined) throw new Error("no provider");
  return provider.settings;
}

describe("what sessions and appointments depend on", () => {
  it.each<[string, string, string, (all: Awaited<ReturnType<typeof settings>>) => unknown, unknown]>([
    ["jours-feries", "Alsace", "Jours fériés : Alsace et Moselle", (all) => all.sessions.holidayArea, "alsace-moselle"],
    ["jours-feries", "La Réunion", "Jours fériés : La Réunion", (all) => all.sessions.holidayArea, "reunion"],
    ["jours-feries", "métropole", "Jours fériés : France métropolitaine", (all) => all.sessions.holidayArea, "metropole"],
    [
      "fermetures",
      "17/05/2027 Pont; 24/12/2026-01/01/2027 Noël",
      "Fermetures : 24/12/2026 → 01/01/2027 Noël ; 17/05/2027 Pont",
      (all) => all.sessions.closures,
      [
        { startsOn: "2026-12-24", endsOn: "2027-01-01", label: "Noël" },
        { startsOn: "2027-05-17", endsOn: "2027-05-17", label: "Pont" },
      ],
    ],
    [
      "fermetures",
      "du 24/12 au 02/01 : fermeture d'hiver",
      "Fermetures : 24/12/2026 → 02/01/2027 fermeture d'hiver",
      (all) => all.sessions.closures,
      [{ startsOn: "2026-12-24", endsOn: "2027-01-02", label: "fermeture d'hiver" }],
    ],
    ["fermetures", "aucune", "Fermetures : aucune", (all) => all.sessions.closures, []],
    ["journee-maximum", "7h30", "Heures au plus par jour : 7 h 30", (all) => all.sessions.mostDayMinutes, 450],
    ["semaine-maximum", "39 h", "Heures au plus par semaine : 39 h", (all) => all.sessions.mostWeekMinutes, 2340],
    ["affichage-delai", "12", "Délai d'affichage d'une session : 12 jours", (all) => all.sessions.displayDelayDays, 12],
    [
      "carif-modele",
      "75_SE00148712",
      String.raw`Forme du numéro Carif-Oref : ^75_SE\d{8}$`,
      (all) => all.sessions.listingReferencePattern,
      String.raw`^75_SE\d{8}$`,
    ],
    ["carif-modele", "aucun", "Forme du numéro Carif-Oref : aucun", (all) => all.sessions.listingReferencePattern, undefined],
    [
      "rdv-rappels",
      "2 heures, 7 jours et 30 min",
      "Rappels des rendez-vous : 7 j, 2 h, 30 min avant",
      (all) => all.appointments.reminderMinutes,
      [10_080, 120, 30],
    ],
    ["rdv-rappels", "aucun", "Rappels des rendez-vous : aucun", (all) => all.appointments.reminderMinutes, []],
    [
      "rdv-horaires",
      "lun mer 9h-12h; ven 14h-17h30",
      "Horaires de rendez-vous : lun mer 9h-12h ; ven 14h-17h30",
      (all) => all.appointments.workingHours,
      [
        { weekday: 1, from: "09:00", until: "12:00" },
        { weekday: 3, from: "09:00", until: "12:00" },
        { weekday: 5, from: "14:00", until: "17:30" },
      ],
    ],
  ])("%s: « %s »", async (setting, typed, shown, read, kept) => {
    const { outcome, reply } = await set(setting, typed);
    expect([outcome, reply.lines?.[0]?.text.fr.replaceAll("\u00a0", " ")]).toEqual(["done", shown]);
    expect(read(await settings())).toEqual(kept);
    expect(JSON.stringify(reply.trace)).not.toMatch(/Noël|Pont|hiver|object Object/);
  });

  it.each<[string, string, string]>([
    ["jours-feries", "Belgique", "input.unknown-value"],
    ["fermetures", "24/12/2026-20/12/2026", "input.unknown-value"],
    ["fermetures", "31/02/2027", "input.unknown-value"],
    ["fermetures", "à Noël", "input.unknown-value"],
    ["fermetures", "24/12/2026-01/01/2027 Noël; bientôt", "input.unknown-value"],
    ["journee-maximum", "30 h", "input.out-of-range"],
    ["semaine-maximum", "beaucoup", "input.unknown-value"],
    ["affichage-delai", "90", "input.out-of-range"],
    ["carif-modele", "^(", "input.unknown-value"],
    ["rdv-rappels", "bientôt", "input.unknown-value"],
    ["rdv-rappels", "1 min", "input.out-of-range"],
    ["rdv-horaires", "lun 9h-25:99", "input.not-an-hour"],
    ["rdv-horaires", "lun 9h-12h 11h-13h", "input.hours-overlap"],
  ])("%s: « %s » is refused, and nothing changes", async (setting, typed, code) => {
    const before = await settings();
    const { outcome, reply } = await set(setting, typed);
    expect([outcome === "done", reply.problems?.map((problem) => problem.code)]).toEqual([false, [code]]);
    expect(reply.problems?.[0]?.path).toEqual(["valeur"]);
    for (const problem of reply.problems ?? []) expect(say(problem).mend).toMatch(/\.$/);
    expect(await settings()).toEqual(before);
  });
});
