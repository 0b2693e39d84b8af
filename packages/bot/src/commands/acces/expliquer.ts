import {
  type Explanation,
  explainAccess,
  formatDay,
  type Label,
  type OwnProfile,
  permissionLabels,
  profileLabel,
  type Want,
} from "@kairos/core";
import { command } from "../../command.js";
import { leaversIn, loadHolder } from "../../dossiers/access.js";
import { namesIn } from "../../dossiers/people.js";
import { establishmentOption } from "../../establishment.js";
import { choice, reference } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["expliquer", "Dit pourquoi une personne a un droit, ou ce qui lui manque"],
    en: ["explain", "Say why a person has a right, or what they lack"],
  },
  needs: "access.read",
  visibility: "private",
  example: "/acces expliquer personne:Nadia droit:valider un devis",
  options: {
    person: reference("person", { fr: ["personne", "La personne"], en: ["person", "The person"] }),
    permission: choice({ fr: ["droit", "Le droit en question"], en: ["right", "The right in question"] }, permissionLabels),
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const holder = await loadHolder(store, input.person);
    if (!holder.ok || provider === undefined) return refused(holder.ok ? [] : holder.problems);
    const { person } = holder.value;
    const [grants, own, account] = [await store.grants.list(), await store.ownProfiles.list(), await store.accounts.get(person.id)];
    const asked = { person: person.id, permission: input.permission, siret: provider.siret, on: today };
    const explained = explainAccess(asked, { grants, own, account, leavers: await leaversIn(store) });
    const names = await namesIn(store);
    const label = permissionLabels[input.permission];
    return done({
      title: { fr: `${person.name} · ${label.fr}`, en: `${person.name} · ${label.en}` },
      lines: linesOf(explained, own, names),
      ...(!explained.granted &&
        explained.profile !== undefined && {
          next: [
            {
              text: { fr: "l'accorder, si son travail le demande", en: "grant it, if their job needs it" },
              command: `/acces accorder personne:${person.id} profil:${explained.profile} motif:…`,
            },
          ],
        }),
      data: { person: person.id, permission: input.permission, granted: explained.granted },
      trace: { details: { person: person.id, permission: input.permission } },
    });
  },
});

function linesOf(explained: Explanation, own: readonly OwnProfile[], names: ReadonlyMap<string, string>): readonly ReplyLine[] {
  const called = (person: string) => names.get(person) ?? person;
  if (explained.granted) {
    return explained.by.map(({ id, profile, from, until, grantedBy, reason }) => {
      const { fr, en } = profileLabel(profile, own);
      return line(
        "good",
        `Oui : ${id}, profil « ${fr} », depuis le ${formatDay(from)}${until === undefined ? "" : ` et jusqu'au ${formatDay(until)}`}, accordée par ${called(grantedBy)} (${reason}).`,
        `Yes: ${id}, profile “${en}”, since ${formatDay(from, "en")}${until === undefined ? "" : ` and until ${formatDay(until, "en")}`}, granted by ${called(grantedBy)} (${reason}).`,
      );
    });
  }
  const { why, grant, profile, givers } = explained;
  const said = wants[why];
  const narrowest = profile === undefined ? undefined : profileLabel(profile, own);
  const people = givers.map(called).join(", ");
  return [
    line(
      "bad",
      `Non : ${said.fr}${grant === undefined ? "" : ` (${grant.id})`}.`,
      `No: ${said.en}${grant === undefined ? "" : ` (${grant.id})`}.`,
    ),
    ...(narrowest === undefined
      ? []
      : [
          line(
            "plain",
            `Le profil le plus étroit qui donne ce droit : ${narrowest.fr}. Qui peut l'accorder : ${people || "personne"}.`,
            `The narrowest profile that gives this right: ${narrowest.en}. Who can grant it: ${people || "nobody"}.`,
          ),
        ]),
  ];
}

const wants: Readonly<Record<Want, Label>> = {
  left: { fr: "cette personne a quitté l'organisme", en: "this person has left the provider" },
  ended: {
    fr: "l'habilitation qui le donnait a pris fin ou a été retirée",
    en: "the access grant that gave it has ended or was withdrawn",
  },
  "to-come": { fr: "l'habilitation qui le donnera n'a pas encore commencé", en: "the access grant that will give it has not begun yet" },
  elsewhere: { fr: "elle l'a pour un autre établissement seulement", en: "they have it for another establishment only" },
  "not-in-profile": { fr: "aucun de ses profils ne le donne ici", en: "none of their profiles gives it here" },
  "no-grant": { fr: "elle n'a aucune habilitation en vigueur ici", en: "they have no access grant in force here" },
};
