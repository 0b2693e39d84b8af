import type { AuditEntry } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await play("/acces accorder personne:formatrice profil:formateur motif:Cours", "rgc");
  await play("/stagiaire ajouter prenom:Zoé nom:Petit", "gestionnaire");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const told = ({ reply }: Answer, language: "fr" | "en" = "fr") => (reply.lines ?? []).map(({ text }) => text[language]).join("\n");
const fields = ({ reply }: Answer) => (reply.fields ?? []).map(({ value }) => value.fr).join("\n");
const codes = ({ reply }: Answer) => (reply.problems ?? []).map(({ code }) => code);
const proposed = ({ reply }: Answer) => (reply.next ?? []).flatMap(({ command }) => command ?? []);
const say = (line: string, person = "assistant") => desk.type(person, line);
const stored = (reference = "RDV-2026-0001") => desk.database.read("test", "all", (store) => store.appointments.get(reference));

/** Types a line, which must be done. */
async function play(line: string, person = "assistant"): Promise<Answer> {
  const answer = await say(line, person);
  expect([line, answer.outcome, codes(answer).filter((code) => code.startsWith("input"))]).toEqual([line, "done", []]);
  return answer;
}

const interview = "/rdv proposer nature:orientation le:30/11/2026 heure:10h duree:45 candidat:T-0001 avec:gestionnaire";

describe("a proposal", () => {
  it("keeps the time, says whom to tell and what comes next", async () => {
    const answer = await play(`${interview} session:SE-2026-014 rappels:1 j, 2 h`);
    expect(answer.reply.title?.fr).toBe("Rendez-vous RDV-2026-0001 · entretien d'orientation · proposé");
    expect(told(answer)).toBe(
      [
        "Lundi 30/11/2026, 10:00 → 10:45 · sur place · 12 rue des Chantiers, 33300 Bordeaux",
        "Proposé : l'heure est retenue, la réponse est attendue.",
        "À prévenir : T-0001 · Camille DURAND, gestionnaire.",
      ].join("\n"),
    );
    expect(codes(answer)).toEqual([]);
    expect(proposed(answer)).toEqual(["/rdv confirmer reference:RDV-2026-0001"]);
    expect(await stored()).toMatchObject({
      startsAt: "2026-11-30T09:00:00.000Z",
      minutes: 45,
      session: "SE-2026-014",
      reminderMinutes: [1440, 120],
    });
  });

  it("understands who is written together, each once, and in what role", async () => {
    await play(
      "/rdv proposer nature:suivi le:30/11/2026 heure:14:00 candidat:t-0001 avec:T-0001, formatrice; conseillère Mme Martin, gestionnaire conseiller:mme martin",
    );
    expect((await stored())?.participants).toEqual([
      { role: "candidate", trainee: "T-0001" },
      { role: "adviser", name: "mme martin" },
      { role: "trainer", person: "formatrice" },
      { role: "staff", person: "gestionnaire" },
    ]);
  });

  it.each([
    ["nobody", "/rdv proposer nature:orientation le:30/11/2026 heure:10h", "invalid", ["input.too-short"]],
    ["a candidate who is not", `${interview}, T-0099`, "invalid", ["input.unknown-reference"]],
    ["somebody nobody knows", `${interview}, Lea Rout`, "invalid", ["input.unknown-reference"]],
    ["a session that is not", `${interview} session:SE-1`, "invalid", ["input.unknown-reference"]],
    ["24:00", interview.replace("10h", "24:00"), "invalid", ["input.not-an-hour"]],
    ["25:99", interview.replace("10h", "25:99"), "invalid", ["input.not-an-hour"]],
    ["an hour in words", interview.replace("10h", "vers dix heures"), "invalid", ["input.not-an-hour"]],
    ["31 February", interview.replace("30/11/2026", "31/02/2027"), "invalid", ["input.not-a-date"]],
    [
      "an hour that clocks skip",
      interview.replace("30/11/2026", "28/03/2027").replace("10h", "2h30"),
      "refused",
      ["appointment.hour-skipped"],
    ],
    ["eleven hours", interview.replace("duree:45", "duree:11 h"), "invalid", ["input.out-of-range"]],
    ["two minutes", interview.replace("duree:45", "duree:2 min"), "invalid", ["input.out-of-range"]],
    ["reminders in words", `${interview} rappels:souvent`, "invalid", ["input.unknown-value"]],
    ["a social security number", `${interview} lieu:2 85 05 78 006 084 41`, "invalid", ["id.nir-detected"]],
  ])("with %s is refused, and nothing is kept", async (_name, line, outcome, expected) => {
    const answer = await say(line);
    expect([codes(answer), answer.outcome === "done" ? "done" : outcome]).toEqual([expected, outcome]);
    expect(answer.outcome).not.toBe("done");
    expect(await stored()).toBeUndefined();
    expect((await play(interview)).reply.trace?.object).toBe("RDV-2026-0001");
  });

  it("takes the first of an hour that comes twice, and says so", async () => {
    const answer = await play(interview.replace("30/11/2026", "31/10/2027").replace("10h", "2h30"));
    expect((await stored())?.startsAt).toBe("2027-10-31T00:30:00.000Z");
    expect(codes(answer)).toContain("appointment.hour-doubled");
  });

  it("on a public holiday, outside the hours, or too late to be recalled is kept with a remark", async () => {
    expect(codes(await play(interview.replace("30/11/2026", "25/12/2026")))).toEqual(["appointment.day-off"]);
    await play("/rdv horaires personne:valideur semaine:mar-ven 9h-12h");
    const outside = "/rdv proposer nature:orientation le:30/11/2026 heure:10h candidat:T-0001 avec:valideur";
    expect(codes(await play(outside))).toEqual(["appointment.outside-hours"]);
    expect(codes(await play(interview.replace("30/11/2026", "16/11/2026").replace("T-0001", "T-0002")))).toEqual([
      "appointment.reminder-missing",
    ]);
  });

  it("says what it lacks and how to give it", async () => {
    const answer = await play("/rdv proposer nature:suivi le:30/11/2026 heure:10h candidat:T-0001 facon:visio");
    expect(codes(answer)).toEqual(["appointment.people-missing", "appointment.place-missing"]);
    expect(codes(await play("/rdv corriger reference:RDV-2026-0001 lieu:https://visio.example/a avec:formatrice"))).toEqual([]);
  });

  it("writes no name in the trail", async () => {
    await play(`${interview} conseiller:Mme Secrète`);
    await say(interview);
    const entries = await desk.database.read("test", "all", async (store) => {
      const all: AuditEntry[] = [];
      for await (const entry of store.audit.entries()) all.push(entry);
      return all.filter(({ act }) => act.startsWith("rdv"));
    });
    expect(JSON.stringify(entries)).not.toMatch(/Secrète|Camille|Durand/i);
    expect(entries.map(({ outcome, object, details }) => [outcome, object, details])).toEqual([
      ["done", "RDV-2026-0001", { action: "propose", kind: "orientation" }],
      ["refused", "T-0001", { action: "propose", kind: "orientation", errors: "appointment.overlap" }],
    ]);
  });
});

describe("a double booking", () => {
  it("is refused, names the other appointment, and offers the nearest free times as buttons that work", async () => {
    await play(interview);
    const answer = await say("/rdv proposer nature:validation de dossier le:30/11/2026 heure:10h15 candidat:T-0002 avec:gestionnaire");
    expect([answer.outcome, codes(answer)]).toEqual(["refused", ["appointment.overlap"]]);
    expect(answer.reply.problems?.[0]?.params).toMatchObject({
      other: { kind: "appointment", reference: "RDV-2026-0001", until: "10:45" },
    });
    expect(answer.reply.next?.map(({ button }) => button?.fr)).toEqual(["lun. 30/11 à 09:30", "lun. 30/11 à 10:45", "lun. 30/11 à 11:15"]);
    await play(proposed(answer)[1] ?? "");
    expect(await stored("RDV-2026-0002")).toMatchObject({ startsAt: "2026-11-30T09:45:00.000Z", kind: "file-approval" });
  });

  it("of a room, of a candidate and of an adviser is refused too", async () => {
    await play(`${interview} salle:A 2 conseiller:Mme Martin`);
    for (const who of ["candidat:T-0002 avec:valideur salle:a-2", "candidat:T-0001 avec:valideur", "candidat:T-0002 conseiller:MME MARTIN"])
      expect(codes(await say(`/rdv proposer nature:orientation le:30/11/2026 heure:10h30 ${who}`)), who).toEqual(["appointment.overlap"]);
    await play(
      "/rdv proposer nature:orientation le:30/11/2026 heure:10h45 candidat:T-0001 avec:gestionnaire salle:A 2 conseiller:Mme Martin",
    );
  });

  it("is refused to a move, which offers free times, and the appointment stays where it was", async () => {
    await play(interview);
    await play("/rdv proposer nature:orientation le:30/11/2026 heure:14h candidat:T-0002 avec:gestionnaire");
    const answer = await say("/rdv deplacer reference:rdv-2026-0002 heure:10h15");
    expect(codes(answer)).toEqual(["appointment.overlap"]);
    expect(proposed(answer)[0]).toBe("/rdv deplacer reference:RDV-2026-0002 heure:09:00 le:30/11/2026");
    expect(await stored("RDV-2026-0002")).toMatchObject({ status: "proposed", startsAt: "2026-11-30T13:00:00.000Z" });
    await play(proposed(answer)[0] ?? "");
  });

  it("may move within its own time", async () => {
    await play(interview);
    await play("/rdv deplacer reference:RDV-2026-0001 heure:10h15");
  });

  it("is no more once the other is cancelled or excused", async () => {
    await play(interview);
    await play("/rdv excuser reference:RDV-2026-0001");
    await play(interview);
    await play("/rdv annuler reference:RDV-2026-0002");
    await play(interview);
    expect(codes(await say("/rdv deplacer reference:RDV-2026-0001 duree:30"))).toEqual(["appointment.overlap", "appointment.overlap"]);
  });

  it("with a session's half-day is refused for its trainer; its candidates are warned", async () => {
    await play("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001", "gestionnaire");
    await teach("SE-2026-014", "formatrice", "2026-12-07");
    const follow = "/rdv proposer nature:suivi le:07/12/2026 heure:10h candidat:T-0001";
    const refused = await say(`${follow} formateur:formatrice`);
    expect(codes(refused)).toEqual(["appointment.overlap"]);
    expect(refused.reply.problems?.[0]?.params).toMatchObject({ other: { kind: "session", reference: "SE-2026-014" } });
    expect(codes(await play(`${follow} formateur:valideur`))).toEqual(["appointment.during-session"]);
    expect((await say("/rdv libre candidat:T-0001 formateur:formatrice depuis:07/12/2026")).reply.next?.[0]?.button?.fr).toBe(
      "lun. 07/12 à 13:30",
    );
  });
});

describe("somebody of another establishment", () => {
  beforeEach(async () => {
    await play("/organisme etablissement siret:99900014400025 nom:Rives Pau rgc:paul", "rgc");
    await play("/acces accorder personne:pauline profil:assistant administratif motif:Accueil", "paul");
    await play(interview);
  });

  it("learns that a person is taken, and nothing of what for", async () => {
    const answer = await say("/rdv proposer nature:orientation le:30/11/2026 heure:10h conseiller:M. Roy avec:gestionnaire", "pauline");
    expect(codes(answer)).toEqual(["appointment.overlap"]);
    expect(JSON.stringify(answer.reply)).not.toMatch(/RDV-2026-0001|T-0001|10:45:00|Camille/);
    expect(answer.reply.problems?.[0]?.params).not.toHaveProperty("other.reference");
    await play(proposed(answer)[0] ?? "", "pauline");
  });

  it("sees of another's day only that they are taken, and reaches no appointment", async () => {
    const day = await play("/rdv jour le:30/11/2026 personne:gestionnaire", "pauline");
    expect(day.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([["10:00 → 10:45", "autre engagement", "—"]]);
    expect(JSON.stringify(day.reply)).not.toMatch(/RDV-2026/);
    for (const verb of ["voir", "confirmer", "annuler", "deplacer heure:11h"]) {
      const [name, ...rest] = verb.split(" ");
      expect(codes(await say(`/rdv ${name} reference:RDV-2026-0001 ${rest.join(" ")}`, "pauline")), verb).toEqual([
        "input.unknown-reference",
      ]);
    }
    expect((await play("/rdv liste", "pauline")).reply.data).toEqual({ appointments: [] });
  });
});

describe("its life", () => {
  it("goes from the proposal to its end, and each answer says what comes next", async () => {
    await play(interview);
    const seen: string[] = [];
    for (const line of [
      "/rdv confirmer reference:RDV-2026-0001",
      "/rdv deplacer reference:RDV-2026-0001 le:01/12/2026",
      "/rdv confirmer reference:RDV-2026-0001",
    ]) {
      const answer = await play(line);
      seen.push(`${answer.reply.title?.fr.split(" · ").at(-1)} → ${proposed(answer).join(" | ")}`);
    }
    expect(codes(await say("/rdv tenu reference:RDV-2026-0001"))).toEqual(["appointment.not-begun"]);
    desk.setClock("2026-12-01T09:00:00.000Z");
    for (const line of ["/rdv absent reference:RDV-2026-0001", "/rdv tenu reference:RDV-2026-0001"]) {
      const answer = await play(line);
      seen.push(`${answer.reply.title?.fr.split(" · ").at(-1)} → ${proposed(answer).join(" | ")}`);
    }
    expect(seen.join("\n")).toMatchInlineSnapshot(`
      "confirmé → /rdv tenu reference:RDV-2026-0001
      déplacé → /rdv confirmer reference:RDV-2026-0001
      confirmé → /rdv tenu reference:RDV-2026-0001
      non honoré → /rdv excuser reference:RDV-2026-0001 | /rdv proposer nature:orientation candidat:T-0001 le:… heure:…
      tenu → "
    `);
    expect(codes(await say("/rdv confirmer reference:RDV-2026-0001"))).toEqual(["appointment.transition-illegal"]);
    expect((await stored())?.steps.map(({ action, from }) => [action, from])).toEqual([
      ["propose", undefined],
      ["confirm", undefined],
      ["move", "2026-11-30T09:00:00.000Z"],
      ["confirm", undefined],
      ["miss", undefined],
      ["hold", undefined],
    ]);
  });

  it("is shown whole, with its history, in private", async () => {
    await play(interview);
    await play("/rdv deplacer reference:RDV-2026-0001 heure:11h");
    const answer = await play("/rdv voir reference:RDV-2026-0001", "valideur");
    expect(told(answer)).toContain("La date a changé, la nouvelle attend une réponse.");
    expect(fields(answer)).toContain("T-0001 · Camille DURAND (candidat)");
    expect(answer.reply.table?.rows.at(-1)?.map(({ fr }) => fr)).toEqual([
      "16/11/2026 à 09:00",
      "déplacé",
      "assistant",
      "30/11/2026 à 10:00",
    ]);
    expect(answer.reply.publishable).toBeUndefined();
  });

  it("shows candidates by reference to whoever may not see trainees", async () => {
    await play(
      "/acces profil nom:Accueil base:assistant administratif droits:consulter les rendez-vous, consulter son propre agenda",
      "rgc",
    );
    await play("/acces accorder personne:accueil profil:Accueil motif:Porte", "rgc");
    await play(interview);
    const answer = await play("/rdv voir reference:RDV-2026-0001", "accueil");
    expect(JSON.stringify(answer.reply)).not.toMatch(/camille|durand/i);
    expect(fields(answer)).toContain("T-0001 (candidat)");
  });

  it("is corrected while it stands: place, reminders, who comes", async () => {
    await play(interview);
    await play("/rdv corriger reference:RDV-2026-0001 salle:B 1 rappels:aucun avec:valideur retirer:gestionnaire");
    expect(await stored()).toMatchObject({
      room: "B 1",
      reminderMinutes: [],
      participants: [{ trainee: "T-0001" }, { person: "valideur" }],
      sequence: 1,
    });
    expect(codes(await say("/rdv corriger reference:RDV-2026-0001"))).toEqual(["input.nothing-given"]);
    expect(codes(await say("/rdv corriger reference:RDV-2026-0001 retirer:gestionnaire"))).toEqual(["input.unknown-reference"]);
    await play("/rdv annuler reference:RDV-2026-0001");
    expect(codes(await say("/rdv corriger reference:RDV-2026-0001 salle:C"))).toEqual(["appointment.over"]);
  });

  it("cannot be corrected into a double booking", async () => {
    await play(interview);
    await play("/rdv proposer nature:orientation le:30/11/2026 heure:10h candidat:T-0002 avec:valideur");
    for (const change of ["avec:gestionnaire", "candidat:T-0001"]) {
      expect(codes(await say(`/rdv corriger reference:RDV-2026-0002 ${change}`)), change).toEqual(["appointment.overlap"]);
    }
  });
});

describe("an information meeting", () => {
  it("takes candidates while there are places, each once", async () => {
    await play("/rdv proposer nature:réunion d'information le:08/12/2026 heure:14h avec:assistant places:1");
    expect(told(await play("/rdv inscrire reference:RDV-2026-0001 candidat:T-0001"))).toContain("À prévenir : T-0001.");
    expect(codes(await say("/rdv inscrire reference:RDV-2026-0001 candidat:T-0001"))).toEqual(["appointment.already-enrolled"]);
    expect(codes(await say("/rdv inscrire reference:RDV-2026-0001 candidat:T-0002"))).toEqual(["appointment.full"]);
    await play("/rdv corriger reference:RDV-2026-0001 places:2");
    await play("/rdv inscrire reference:RDV-2026-0001 candidat:T-0002");
    expect(codes(await say("/rdv corriger reference:RDV-2026-0001 places:1"))).toEqual(["appointment.full"]);
  });

  it("is not what an interview is", async () => {
    await play(interview);
    expect(codes(await say("/rdv inscrire reference:RDV-2026-0001 candidat:T-0002"))).toEqual(["appointment.not-collective"]);
  });
});

describe("a day and a week", () => {
  beforeEach(async () => {
    await teach("SE-2026-014", "formatrice", "2026-12-07");
    await play("/rdv proposer nature:suivi le:07/12/2026 heure:14h candidat:T-0001 formateur:formatrice");
  });

  it("show sessions and appointments together, to the trainer whose they are", async () => {
    const day = await play("/rdv jour le:07/12/2026", "formatrice");
    expect(day.reply.table?.rows.map((row) => row.map(({ fr }) => fr))).toEqual([
      ["09:00 → 12:30", "session SE-2026-014 · Cariste CACES R489", "Bordeaux · salle Atelier"],
      ["14:00 → 14:30", "RDV-2026-0001 · suivi avec le formateur · proposé · T-0001", "sur place · 12 rue des Chantiers, 33300 Bordeaux"],
    ]);
    const week = await play("/rdv semaine du:09/12/2026", "formatrice");
    expect(week.reply.title?.fr).toBe("Agenda de formatrice · lundi 07/12/2026 → dimanche 13/12/2026");
    expect(week.reply.table?.rows).toHaveLength(2);
  });

  it("ask what became of what is past", async () => {
    desk.setClock("2026-12-07T14:00:00.000Z");
    expect(proposed(await play("/rdv jour", "formatrice"))).toEqual([]);
    const day = await play("/rdv jour personne:formatrice", "assistant");
    expect(proposed(day)).toEqual(["/rdv tenu reference:RDV-2026-0001"]);
    await play("/rdv tenu reference:RDV-2026-0001");
    expect((await play("/rdv jour personne:formatrice")).reply.table?.rows.at(-1)?.[1]?.fr).toContain("tenu");
  });

  it("of somebody else ask for the right to see appointments", async () => {
    expect((await say("/rdv jour personne:assistant", "formatrice")).outcome).toBe("denied");
    expect((await say("/rdv semaine personne:formatrice", "stranger")).outcome).toBe("denied");
    expect(codes(await say("/rdv jour personne:personne-connue"))).toEqual(["input.unknown-reference"]);
  });
});

describe("hours", () => {
  it("are the establishment's until they are set, and read again as they are written", async () => {
    expect(told(await play("/rdv horaires personne:formatrice"))).toBe("lun-ven 9h-12h30 13h30-17h30\nCe sont celles de l'établissement.");
    await play("/rdv horaires personne:formatrice semaine:lun-jeu 8h30-12h ; sam 9h-12h");
    expect(told(await play("/rdv horaires personne:formatrice"))).toBe("lun-jeu 8h30-12h ; sam 9h-12h");
    const usual = "lun-ven 9h-12h30 13h30-17h30\nCe sont celles de l'établissement.";
    expect(told(await play("/rdv horaires personne:formatrice semaine:aucun"))).toBe(`Enregistré.\n${usual}`);
    expect(told(await play("/rdv horaires personne:formatrice"))).toBe(usual);
    await play("/rdv horaires personne:formatrice semaine:lun-jeu 8h30-12h ; sam 9h-12h");
    expect(codes(await say("/rdv horaires personne:formatrice semaine:lundi"))).toEqual(["input.week-incomplete"]);
    expect((await say("/rdv horaires personne:formatrice semaine:lun 9h-12h", "formatrice")).outcome).toBe("denied");
  });

  it("bound the free times that are proposed", async () => {
    await play("/rdv horaires personne:formatrice semaine:mer 16h-17h");
    const free = await play("/rdv libre formateur:formatrice candidat:T-0001 duree:30 depuis:30/11/2026");
    expect(free.reply.next?.map(({ button }) => button?.fr).slice(0, 3)).toEqual([
      "mer. 02/12 à 16:00",
      "mer. 02/12 à 16:30",
      "mer. 09/12 à 16:00",
    ]);
    await play(proposed(free)[0] ?? "");
    expect(await stored()).toMatchObject({ kind: "follow-up", startsAt: "2026-12-02T15:00:00.000Z", minutes: 30 });
  });
});

describe("the list", () => {
  it("shows what is to come, narrowed as asked, and names nobody", async () => {
    await play(interview);
    await play("/rdv proposer nature:suivi le:01/12/2026 heure:10h candidat:T-0002 formateur:formatrice");
    await play("/rdv annuler reference:RDV-2026-0001");
    const listed = async (narrowed: string) => {
      const { reply } = await play(`/rdv liste ${narrowed}`, "coordinateur");
      expect(JSON.stringify(reply)).not.toMatch(/camille|durand|petit/i);
      expect(reply.publishable).toBe(true);
      return (reply.data as { appointments: { reference: string }[] }).appointments.map(({ reference }) => reference.slice(-1)).join("");
    };
    expect(await listed("")).toBe("12");
    expect(await listed("statut:annulé")).toBe("1");
    expect(await listed("candidat:t-0002")).toBe("2");
    expect(await listed("personne:formatrice")).toBe("2");
    expect(await listed("nature:orientation")).toBe("1");
    expect(await listed("du:01/12/2026")).toBe("2");
    expect(await listed("au:30/11/2026")).toBe("1");
    desk.setClock("2026-12-02T08:00:00.000Z");
    expect(await listed("")).toBe("");
  });
});

it("asks each person for their right", async () => {
  await play(interview);
  for (const line of [interview, "/rdv annuler reference:RDV-2026-0001", "/rdv confirmer reference:RDV-2026-0001"]) {
    for (const person of ["valideur", "formatrice", "stranger"]) expect((await say(line, person)).outcome, line).toBe("denied");
  }
});

/** A morning of a session, with its trainer and its room. */
async function teach(session: string, trainer: string, day: string): Promise<void> {
  await desk.database.deliver(
    { workspace: "test", id: `teach-${session}-${day}`, at: desk.now(), actor: "test", path: "test" },
    async (unit) => {
      const store = unit.store("all");
      const found = await store.sessions.get(session);
      if (found === undefined) throw new Error(session);
      const taught = { ...found, trainers: [trainer], room: "Atelier" };
      await store.sessions.save(taught);
      const halfDay = { day, half: "morning" as const, from: "09:00", until: "12:30", at: "centre" as const };
      await store.schedules.save(
        { sessionReference: session, siret: found.siret, timeZone: "Europe/Paris", halfDays: [halfDay], version: 1 },
        taught,
      );
      await store.audit.append({ at: desk.now(), actor: "test", act: "test", object: session, outcome: "done", details: {} });
      return { outcome: "done" };
    },
  );
}
