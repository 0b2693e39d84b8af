import { advanceIncident, checkTicket, type Incident, type IncidentAction, type IncidentSituation, laterBy } from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { incidentOf } from "../incident.js";
import { problemsOf } from "../problems.js";
import { type Dossier, faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

const inTicket = faultsIn(incidentOf, checkTicket);
const ticket = (change: (random: Random, incident: Incident, situation: IncidentSituation) => Partial<Incident>) =>
  inTicket((situation, random) => ({
    ...situation,
    incident: { ...situation.incident, ...change(random, situation.incident, situation) },
  }));
const without = (field: keyof Incident) =>
  inTicket(({ incident, ...beside }) => {
    const { [field]: _forgotten, ...rest } = incident;
    return { ...beside, incident: rest as Incident };
  });
/** What should not be told slips into one of the texts that leave. */
const saying = (said: (random: Random, situation: IncidentSituation) => string) =>
  ticket((random, incident, situation) => {
    const field = random.pick(["message", "steps"] as const);
    return { [field]: `${incident[field]} ${said(random, situation)}` };
  });

interface Step {
  readonly situation: IncidentSituation;
  readonly action: IncidentAction;
}

/** The file is said to be complete. */
const inStep = faultsIn(
  (dossier: Dossier): Step | undefined => {
    const situation = incidentOf(dossier);
    return situation && { situation, action: "complete" };
  },
  ({ situation, action }) => problemsOf(advanceIncident(situation, action, { by: "lea", at: situation.now })),
);

export const heldOfIncidents = {
  "ticket.step-in-future": "tests/bot/incident-life.test.ts",
  "ticket.time-unreadable": "tests/bot/incident-ouvrir.test.ts",
  "ticket.user-id-unlike": "tests/bot/incident-ouvrir.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"incidents">, string>>;

export const incidentFaults: Omit<FaultsOf<"incidents">, keyof typeof heldOfIncidents> = {
  "ticket.siret-missing": inTicket(({ provider, ...beside }) => ({ ...beside, provider: { ...provider, siret: "" as never } })),
  "ticket.user-id-missing": without("portalUser"),
  "ticket.time-missing": without("occurredAt"),
  "ticket.time-in-future": ticket((random, _incident, { now }) => ({ occurredAt: laterBy(now, 1 + random.int(20_000)) })),
  "ticket.message-missing": without("message"),
  "ticket.action-missing": without("steps"),
  "ticket.browser-missing": without("browser"),
  "ticket.screenshot-missing": ticket(() => ({ screenshots: [] })),
  "ticket.picture-unchecked": ticket(() => ({ pictureChecked: false })),
  "ticket.secret-present": saying((random) => {
    const secret = `${random.pick(["Soleil", "Bordeaux", "Formation", "Camion"])}${2000 + random.int(999)}${random.pick(["!", "$", "*"])}`;
    return random.pick([`mot de passe : ${secret}`, `MDP ${secret} ne marche pas`, `password: ${secret}`, `Mon mdp=${secret}`]);
  }),
  "ticket.personal-data": saying((random, { masking: { people } }) => {
    const { firstName = "", lastName = "" } = people[0] ?? {};
    const digits = (count: number) => Array.from({ length: count }, () => 1 + random.int(8)).join("");
    return random.pick([
      `C'est pour ${firstName} ${lastName}.`,
      `Candidat : ${lastName.toUpperCase()} ${firstName}`,
      `Son identifiant France Travail : ${digits(7)}K`,
      `On peut l'appeler au 06 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}.`,
      `Écrire à ${firstName.toLowerCase()}.${digits(3)}@courriel.example`,
      `Né le ${10 + random.int(19)}/0${1 + random.int(9)}/19${60 + random.int(39)}.`,
    ]);
  }),
  "ticket.wrong-channel": ticket((random, { contact }) => {
    const others = (["account-manager", "account-mailbox", "technical-support", "regional-base", "agency"] as const).filter(
      (one) => one !== contact,
    );
    return { contact: random.pick(others) };
  }),
  "ticket.step-illegal": inStep(({ situation }, random) => {
    const [status, action] = random.pick([
      ["draft", "send"],
      ["draft", "reopen"],
      ["complete", "answer"],
      ["sent", "complete"],
      ["answered", "drop"],
      ["solved", "solve"],
      ["dropped", "complete"],
    ] as const);
    return { situation: { ...situation, incident: { ...situation.incident, status } }, action };
  }),
};
