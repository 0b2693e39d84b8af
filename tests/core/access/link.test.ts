import { judgeLink, linksIn, readLink } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const portal = "portail-partenaires.exemple.test";
const judged = (text: string, host: string | undefined = portal) => {
  const link = readLink(text);
  return link === undefined ? undefined : [judgeLink(link, host).verdict, ...judgeLink(link, host).signs];
};

describe("a link", () => {
  it.each([
    ["https://portail-partenaires.exemple.test/connexion", ["portal"]],
    ["https://PORTAIL-PARTENAIRES.exemple.test.:443/", ["portal"]],
    ["hxxps://portail-partenaires[.]exemple[.]test/", ["portal"]],
    ["http://portail-partenaires.exemple.test/", ["unsafe", "not-secure"]],
    ["https://portail-partenaires.exemple.test:8443/", ["unsafe", "odd-port"]],
    ["https://rgc@portail-partenaires.exemple.test/", ["unsafe", "hidden-site"]],
    ["https://portail-partenaires.exemple.test@voleur.test/", ["imitation", "hidden-site"]],
    ["https://portail-partenaires.exemple.test.voleur.test/", ["imitation", "near-name"]],
    ["https://portail-partenaire.exemple.test/", ["imitation", "near-name"]],
    ["https://porta1l-partena1res.exemple.test/", ["imitation", "near-name"]],
    ["https://portail-pаrtenaires.exemple.test/", ["imitation", "foreign-letters", "near-name"]],
    ["https://xn--portail-prtenaires-7db.exemple.test/", ["imitation", "foreign-letters", "near-name"]],
    ["https://kairos-connexion.test/", ["imitation", "portal-words"]],
    ["https://www.france-travail-partenaires.test/", ["imitation", "portal-words"]],
    ["https://p0le-empl0i.test/", ["imitation", "portal-words"]],
    ["https://192.0.2.7/kairos", ["other"]],
    ["https://meteo.test/demain", ["other"]],
  ])("%s: %j", (text, expected) => {
    expect(judged(text)).toEqual(expected);
  });

  it("is not told from an imitation while no address is recorded", () => {
    const link = readLink("https://kairos-connexion.test/");
    expect(link && judgeLink(link, undefined)).toMatchObject({ verdict: "unknown", signs: ["portal-words"] });
  });

  it("is the portal for its exact host alone, whatever is typed", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const link = readLink(url);
        return link === undefined || link.host === portal || judgeLink(link, portal).verdict !== "portal";
      }),
    );
  });
});

describe("the links of a message", () => {
  const hosts = (text: string) => linksIn(text).map((link) => link?.host ?? "unreadable");

  it.each([
    ["Bonjour, reconnectez-vous : https://kairos-connexion.test/x, merci.", ["kairos-connexion.test"]],
    ["voir [votre dossier](https://kairos-connexion.test/x) ou www.meteo.test", ["kairos-connexion.test", "www.meteo.test"]],
    ["<https://a.test> puis hxxps://b[.]test", ["a.test", "b.test"]],
    ['<a href="https://voleur.test/login">https://portail.test/</a>', ["voleur.test", "portail.test"]],
    ["écrivez à nadia@exemple.test ou à jean.dupont@exemple.test", []],
    ["rendez-vous à 10h. Merci", []],
    ["allez sur kairos-connexion.test/compte", ["kairos-connexion.test"]],
  ])("%s", (text, expected) => {
    expect(hosts(text)).toEqual(expected);
  });

  it.each(["**X**", "__X__", "`X`", "||X||", "[X]", "“X”", "→X", "👉X", "Lien:X", "\u200eX", "\u202eX", "(X)", "voir:X."])(
    "are found behind %s",
    (around) => {
      expect(hosts(`https://bon.test/ ${around.replace("X", "https://voleur.test/a")}`)).toEqual(["bon.test", "voleur.test"]);
    },
  );

  it.each([
    `https://voleur.test/?${"a".repeat(5000)}`,
    "https://a!b.voleur.test/",
    "javascript:location='//voleur.test'",
    "data:text/html,voleur",
    "blob:https://voleur.test/1",
    "view-source:https://voleur.test/",
    "ms-word:ofe|u|https://voleur.test/",
  ])("that cannot be read are said to be so: %s", (link) => {
    expect(hosts(link)).toContain("unreadable");
  });

  it.each([
    ["//voleur.test/a", "voleur.test"],
    ["203.0.113.5/login", "203.0.113.5"],
    ["evil[dot]example", "evil.example"],
    ["h**ps://voleur.test", "voleur.test"],
  ])("are read as a browser would: %s", (link, host) => {
    expect(hosts(link)).toEqual([host]);
  });

  it("never takes long, whatever is pasted", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => Array.isArray(linksIn(text))));
    const start = performance.now();
    for (const text of ["a.".repeat(10_000), "h".repeat(50_000), "://".repeat(10_000), "@".repeat(20_000), "[.]".repeat(7_000)])
      linksIn(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
