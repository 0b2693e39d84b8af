import {
  agreementReminderReached,
  type Membership,
  type MembershipSituation,
  maskedHost,
  membershipStanding,
  membershipStateOn,
  membershipStatuses,
  readPortalHost,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aMembership, aMembershipSituation, aProvider, today } from "../../examples/index.js";

const active = aMembership({ status: "active" });
const ending = (endsOn: string, membership = active) => membershipStateOn(membership, aProvider({ agreement: { endsOn } }), today);

describe("the state on a day", () => {
  it.each([
    ["2027-02-15", "active"],
    ["2027-02-14", "expiring"],
    ["2026-11-16", "expiring"],
    ["2026-11-15", "expired"],
  ])("of an agreement that ends on %s is %s, without any job", (endsOn, state) => {
    expect(ending(endsOn)).toBe(state);
  });

  it("follows the days that the provider has set", () => {
    const provider = aProvider({ agreement: { endsOn: "2027-01-15" }, settings: { membership: { renewalDays: [60, 10] } } });
    expect(membershipStateOn(active, provider, today)).toBe("expiring");
    expect(membershipStateOn(active, provider, "2026-11-15")).toBe("active");
  });

  it("is the recorded one, whatever the end, while the portal is not open to work", () => {
    for (const status of membershipStatuses.filter((one) => one !== "active")) {
      expect(ending("2026-11-15", aMembership({ status }))).toBe(status);
    }
    expect(membershipStateOn(undefined, aProvider(), today)).toBe("not-started");
  });
});

describe("where a provider stands", () => {
  const situations: readonly Partial<MembershipSituation>[] = [
    { membership: undefined, provider: aProvider({ agreement: undefined }) },
    { membership: undefined },
    ...membershipStatuses.map((status) => ({ membership: aMembership({ status }) })),
    { membership: active, provider: aProvider({ agreement: { endsOn: "2026-12-16" } }) },
    { membership: active, provider: aProvider({ agreement: { endsOn: "2026-11-15" } }) },
    { membership: aMembership({ status: "active", documents: { "renewal-request": "2026-11-10" } }) },
  ];

  it("is said in sentences, state by state: who acts, what comes next", () => {
    const said = situations.map((beside) => {
      const { state, where, who, next, actions } = membershipStanding(aMembershipSituation(beside));
      return `${state} · ${who} · ${where.fr} ${next.fr} [${actions.join(", ")}]`;
    });
    expect(said.join("\n")).toMatchInlineSnapshot(`
      "not-started · manager · La demande d'adhésion n'est pas commencée. Complétez la fiche de l'organisme, nommez un RGC et un suppléant, puis préparez la demande. [prepare, declare]
      not-started · manager · Une adhésion est notée dans la fiche de l'organisme, mais son chemin n'est pas suivi ici. Si l'icône Kairos est visible, déclarez l'adhésion active ; sinon, préparez la demande. [declare, prepare]
      prepared · manager · La demande d'adhésion est prête. Envoyez la demande à France Travail, puis notez le jour de l'envoi. [send]
      sent · agency · La demande est chez France Travail. Attendez la réponse de France Travail, puis notez l'accord ou le refus. [approve, refuse]
      approved · agency · France Travail a accepté l'adhésion. Deux courriers arrivent par la poste : l'identifiant, puis comment créer le mot de passe. Notez le jour de chacun, jamais ce qu'ils contiennent. [receive]
      identifiers-received · manager · Les deux courriers sont arrivés. Ouvrez le Portail Emploi partenaires à l'adresse du courrier, créez votre mot de passe, puis notez l'ouverture. [open]
      portal-opened · manager · Le Portail Emploi partenaires est ouvert. Donnez ses droits à chaque personne dans GID Partenaires, puis notez-le. [grant]
      rights-granted · manager · Les droits sont donnés dans GID Partenaires. Vérifiez que l'icône Kairos apparaît dans le tableau de bord du portail, puis notez-le. [activate]
      active · nobody · L'adhésion est active. Rien à faire avant le renouvellement : un rappel viendra à temps. []
      refused · manager · France Travail a refusé la demande. Corrigez ce qui a motivé le refus, puis préparez une nouvelle demande. [prepare]
      suspended · manager · L'adhésion est suspendue. Demandez à France Travail ce qu'il faut régler, puis notez la reprise. [resume]
      expiring · manager · L'adhésion est active, mais elle prend bientôt fin. Demandez le renouvellement à France Travail, puis notez le jour de la demande. [request-renewal]
      expired · manager · L'adhésion a pris fin : le portail n'est plus accessible. Demandez le renouvellement à France Travail, puis notez le jour de la demande. [request-renewal]
      active · agency · Le renouvellement est demandé. Attendez la réponse de France Travail, puis notez le renouvellement avec la nouvelle date de fin. [renew]"
    `);
  });

  it("is said in English too", () => {
    const said = situations.map((beside) => {
      const { kind, where, next } = membershipStanding(aMembershipSituation(beside));
      return `${kind} · ${where.en} ${next.en}`;
    });
    expect(said.join("\n")).toMatchInlineSnapshot(`
      "not-started · The membership request is not started. Complete the provider's record, name an account manager (RGC) and a deputy, then prepare the request.
      untracked · An agreement stands in the provider's record, but its path is not followed here. If the Kairos icon shows, declare the membership active; if not, prepare the request.
      prepared · The membership request is ready. Send the request to France Travail, then record the day it was sent.
      sent · The request is with France Travail. Wait for France Travail's answer, then record the approval or the refusal.
      approved · France Travail has approved the membership. Two letters come by post: the identifier, then how to set the password. Record the day of each, never what they hold.
      identifiers-received · Both letters have arrived. Open the Portail Emploi partenaires at the letter's address, set your password, then record that it is open.
      portal-opened · The Portail Emploi partenaires is open. Give each person their rights in GID Partenaires, then record it.
      rights-granted · The rights are granted in GID Partenaires. Check that the Kairos icon shows on the portal's dashboard, then record it.
      active · The membership is active. Nothing to do before the renewal: a reminder will come in time.
      refused · France Travail has refused the request. Mend what the refusal was about, then prepare a new request.
      suspended · The membership is suspended. Ask France Travail what is to be settled, then record that it resumed.
      expiring · The membership is active, but it ends soon. Ask France Travail for the renewal, then record the day you asked.
      expired · The membership has ended: the portal can no longer be used. Ask France Travail for the renewal, then record the day you asked.
      renewing · The renewal has been asked for. Wait for France Travail's answer, then record the renewal with its new end."
    `);
  });

  it("names the letters that are awaited, and the latest day", () => {
    const membership = aMembership({ status: "approved", documents: { "password-letter": "2026-11-02" } });
    expect(membershipStanding(aMembershipSituation({ membership }))).toMatchObject({ awaited: ["identifier-letter"], since: "2026-10-05" });
    expect(membershipStanding(aMembershipSituation())).toMatchObject({ awaited: [] });
  });

  it("shows the path, step by step", () => {
    const shown = (membership: Membership | undefined) =>
      membershipStanding(aMembershipSituation({ membership })).path.map(
        ({ label, document, on }) => `${label.fr} ${document ?? "–"} ${on ?? "–"}`,
      );
    expect(shown(aMembership())).toEqual([
      "Demande préparée – 2026-10-01",
      "Demande envoyée request 2026-10-05",
      "Demande acceptée approval –",
      "Identifiant reçu identifier-letter –",
      "Mot de passe à créer password-letter –",
      "Portail ouvert – –",
      "Droits donnés dans GID – –",
      "Icône Kairos visible – –",
    ]);
    const declared = aMembership({
      status: "active",
      documents: {},
      steps: [{ action: "declare", on: "2026-11-02", by: "nadia", at: "2026-11-02T09:00:00Z" }],
    });
    expect(shown(declared)).toEqual(["Adhésion déclarée active – 2026-11-02"]);
  });

  it("forgets the days of a request that was refused, once another is prepared", () => {
    const again = { action: "prepare", on: "2026-11-02", by: "nadia", at: "2026-11-02T09:00:00Z" } as const;
    const membership = aMembership({ status: "prepared", documents: { request: undefined }, steps: [...aMembership().steps, again] });
    const { path } = membershipStanding(aMembershipSituation({ membership }));
    expect(path.map(({ on }) => on).filter(Boolean)).toEqual(["2026-11-02"]);
  });
});

describe("the reminders of the end", () => {
  const reached = (endsOn: string, renewalDays?: readonly number[]) =>
    agreementReminderReached(
      aProvider({
        agreement: { endsOn },
        ...(renewalDays !== undefined && { settings: { membership: { renewalDays: [...renewalDays] } } }),
      }),
      today,
    );

  it.each([
    ["2027-02-15", undefined],
    ["2027-02-14", { beforeDays: 90, dayOn: "2026-11-16", untilOn: "2027-01-15" }],
    ["2026-12-17", { beforeDays: 90, untilOn: "2026-11-17" }],
    ["2026-12-16", { beforeDays: 30, dayOn: "2026-11-16", untilOn: "2026-12-09" }],
    ["2026-11-23", { beforeDays: 7, dayOn: "2026-11-16", untilOn: "2026-11-24" }],
    ["2026-11-16", { beforeDays: 7, untilOn: "2026-11-17" }],
    ["2026-11-15", undefined],
  ])("of an agreement that ends on %s", (endsOn, expected) => {
    if (expected === undefined) expect(reached(endsOn)).toBeUndefined();
    else expect(reached(endsOn)).toMatchObject({ endsOn, ...expected });
  });

  it("come on the days the provider has set, in any order", () => {
    expect(reached("2026-12-16", [10, 60])).toMatchObject({ beforeDays: 60, untilOn: "2026-12-06" });
  });

  it("do not come without an agreement", () => {
    expect(agreementReminderReached(aProvider({ agreement: undefined }), today)).toBeUndefined();
  });
});

describe("the portal's address", () => {
  it.each([
    ["https://Portail.Example/accueil", "portail.example"],
    ["portail.example", "portail.example"],
    ["hxxps://portail[.]example", "portail.example"],
  ])("is kept as a host: %s", (text, host) => {
    expect(readPortalHost(text)).toBe(host);
  });

  it.each([
    ["not secure", "http://portail.example"],
    ["a name before an at sign", "https://portail.example@evil.example"],
    ["a port", "https://portail.example:8443"],
    ["a letter of another alphabet", "https://p\u043ertail.example"],
    ["letters spelled in ASCII", "https://xn--portal-9ua.example"],
    ["a number", "https://127.0.0.1"],
    ["one word", "https://localhost"],
    ["no address", "le portail"],
    ["nothing", ""],
  ])("is refused: %s", (_name, text) => {
    expect(readPortalHost(text)).toBeUndefined();
  });

  it("is shown by its first letters at most", () => {
    expect(maskedHost("portail.example")).toBe("por…");
  });
});
