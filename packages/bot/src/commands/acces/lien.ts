import { accessRefusals, judgeLink, linksIn, type ReadLink, raise } from "@kairos/core";
import { command } from "../../command.js";
import { type Judged, linkAdvice, linkTitles, linkTones, sayLink, type Verdict } from "../../dossiers/link-words.js";
import { text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["lien", "Vérifie un lien : est-ce bien le portail, ou une imitation ?"],
    en: ["link", "Check a link: is it the portal, or an imitation?"],
  },
  needs: "link.check",
  visibility: "private",
  menu: { on: "message", name: { fr: "Vérifier un lien", en: "Check a link" }, fills: "link", forAll: true },
  example: "/acces lien lien:https://portail-exemple.test/connexion",
  options: {
    link: text(
      {
        fr: ["lien", "Le lien reçu, ou tout le message, sans cliquer"],
        en: ["link", "The link received, or the whole message, without a click"],
      },
      4000,
      "several",
    ),
  },
  async run({ input, store }) {
    const hosts = new Set((await store.providers.list()).flatMap(({ settings }) => settings.portalHost ?? []));
    const judged = linksIn(input.link).map((link) => (link === undefined ? unreadable : judgedAgainst(link, hosts)));
    const [worst] = shownOf(judged);
    if (worst === undefined) return refused([raise(accessRefusals, "access.no-link", ["lien"], {})]);
    const isDanger = ["imitation", "unsafe", "unreadable"].includes(worst.verdict);
    return done({
      title: linkTitles[worst.verdict],
      lines: [
        ...shownOf(judged).map((one) => line(linkTones[one.verdict], sayLink(one, hosts, "fr"), sayLink(one, hosts, "en"))),
        ...linkAdvice[worst.verdict].map(({ fr, en }) => line("plain", fr, en)),
      ],
      verdict: isDanger ? "unsound" : "sound",
      data: { verdict: worst.verdict, links: judged.length },
      trace: { details: { verdict: worst.verdict } },
    });
  },
});

/** Each site once, the most dangerous first, as many as anybody reads. */
function shownOf(judged: readonly Judged[]): readonly Judged[] {
  const sorted = [...judged].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return [...new Map(sorted.map((one) => [`${one.host} ${one.verdict} ${one.signs.join()}`, one])).values()].slice(0, 10);
}

const unreadable: Judged = { host: "", verdict: "unreadable", signs: [] };

/** Held to the site that was recorded; when establishments recorded different ones, being one of them proves nothing. */
function judgedAgainst(link: ReadLink, hosts: ReadonlySet<string>): Judged {
  const all = hosts.size === 0 ? [judgeLink(link, undefined)] : [...hosts].map((host) => judgeLink(link, host));
  const [first = judgeLink(link, undefined)] = all;
  const match = all.find(({ verdict }) => verdict === "portal" || verdict === "unsafe");
  if (match?.verdict === "portal" && hosts.size > 1) return { ...match, verdict: "disputed" };
  return match ?? all.find(({ verdict }) => verdict === "imitation") ?? first;
}

/** The most dangerous first. */
const order: readonly Verdict[] = ["imitation", "unsafe", "unreadable", "disputed", "unknown", "other", "portal"];
