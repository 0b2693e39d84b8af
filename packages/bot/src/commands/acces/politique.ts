import { inputRules, isInForce, lastClosed, managersOf, prepareAccessPolicy, raise, reviewDueOn } from "@kairos/core";
import { fileNameOf } from "@kairos/pdf";
import { command } from "../../command.js";
import { isGone, leaversIn } from "../../dossiers/access.js";
import { namesIn } from "../../dossiers/people.js";
import { establishmentOption } from "../../establishment.js";
import { reportAsMarkdown } from "../../files/markdown.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["politique", "Rédige la politique d'accès de l'organisme, d'après ses vrais réglages"],
    en: ["policy", "Write the provider's access policy, from its real settings (in French)"],
  },
  needs: "access.read",
  visibility: "private",
  example: "/acces politique",
  options: establishmentOption,
  async run({ provider, store, today }) {
    if (provider === undefined) return refused([raise(inputRules, "input.missing", ["etablissement"], {})]);
    const { siret, settings } = provider;
    const here = <One extends { readonly siret: string }>(list: readonly One[]) => list.filter((one) => one.siret === siret);
    const [grants, own, reviews] = [
      here(await store.grants.list()),
      here(await store.ownProfiles.list()),
      here(await store.accessReviews.list()),
    ];
    const [names, leavers, every] = [await namesIn(store), await leaversIn(store), await store.providers.list()];
    const standing = grants.filter((grant) => isInForce(grant, today) && !isGone(leavers, grant.person, today));
    const first = grants.map(({ from }) => from).sort()[0];
    const policy = prepareAccessPolicy({
      provider,
      issuedOn: today,
      managers: managersOf(standing, siret, today, { own }).map((person) => names.get(person) ?? person),
      people: new Set(standing.map(({ person }) => person)).size,
      own,
      lastReviewOn: lastClosed(reviews)?.closed.on,
      nextReviewOn: reviewDueOn(reviews, first, settings.access.reviewMonths),
      trailMonths: Math.max(...every.map((one) => one.settings.trail.retentionMonths)),
    });
    return done({
      title: { fr: `Politique d'accès · ${provider.name}`, en: `Access policy · ${provider.name}` },
      lines: [
        line(
          "good",
          "Rédigée d'après vos réglages d'aujourd'hui. Faites-la signer, et rééditez-la quand ils changent.",
          "Written from today's settings, in French. Have it signed, and write it again when they change.",
        ),
      ],
      documents: [{ fileName: fileNameOf(policy), document: policy }],
      texts: [{ fileName: `${policy.name}.md`, text: reportAsMarkdown(policy) }],
      trace: { object: siret },
    });
  },
});
