import { readLink } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const plain = { scheme: "https", hasUserInfo: false, isAscii: true };

describe("a link opens the host that a browser would", () => {
  it.each([
    ["as it is", "https://portail.example/accueil?x=1#y", {}],
    ["in capitals", "HTTPS://Portail.EXAMPLE/Accueil", {}],
    ["with a trailing dot", "https://portail.example./", {}],
    ["between blanks and brackets", "  <https://portail.example/>\n", {}],
    ["cut over two lines", "https://por\ntail.exa\tmple/", {}],
    ["with a port", "https://portail.example:8443/x", { port: "8443" }],
    ["with an empty port", "https://portail.example:/x", {}],
    ["without slashes", "https:portail.example/x", {}],
    ["with too many slashes", "https:////portail.example/x", {}],
    ["with backslashes", "https:\\\\portail.example\\x", {}],
    ["not secure", "http://portail.example", { scheme: "http" }],
    ["without a scheme", "portail.example/accueil", { scheme: "" }],
    ["without a scheme, with a port", "portail.example:8443/x", { scheme: "", port: "8443" }],
    ["that keeps the page's scheme", "//portail.example/x", { scheme: "" }],
    ["made harmless", "hxxps://portail[.]example/accueil", {}],
    ["made harmless otherwise", "hXXps[://]portail(.)example", {}],
    ["made harmless in words", "hxxps://portail[dot]example", {}],
    ["with a percent-encoded letter", "https://port%61il.example/", {}],
  ])("%s", (_name, text, differs) => {
    expect(readLink(text)).toEqual({ ...plain, host: "portail.example", ...differs });
  });

  it.each([
    ["a name before the at sign", "https://portail.example@evil.example/", "evil.example", true],
    ["a name and a password", "https://portail.example:443@evil.example/x", "evil.example", true],
    ["several at signs", "https://a@portail.example@evil.example", "evil.example", true],
    ["an at sign after the path began", "https://evil.example/@portail.example", "evil.example", false],
    ["a backslash that ends the host", "https://evil.example\\@portail.example", "evil.example", false],
    ["a question mark that ends the host", "https://evil.example?@portail.example", "evil.example", false],
    ["the portal as a part of the name", "https://portail.example.evil.example", "portail.example.evil.example", false],
    ["the portal as the end of a word", "https://mon-portail.example", "mon-portail.example", false],
  ])("%s", (_name, text, host, hasUserInfo) => {
    expect(readLink(text)).toEqual({ ...plain, host, hasUserInfo });
  });

  it.each([
    ["a Cyrillic letter", "https://p\u043ertail.example", "p\u043ertail.example"],
    ["an accent", "https://portaïl.example", "portaïl.example"],
    ["wide letters, which browsers make plain", "https://ｐｏｒｔａｉｌ.example", "portail.example"],
    ["another dot, which browsers make plain", "https://portail。example", "portail.example"],
    ["a sign nobody sees, which browsers drop", "https://por\u200btail.example", "portail.example"],
    ["a soft hyphen, which browsers drop", "https://por\u00adtail.example", "portail.example"],
    ["letters spelled in ASCII", "https://xn--portal-9ua.example", "xn--portal-9ua.example"],
    ["a percent-encoded foreign letter", "https://p%D0%BErtail.example", "p\u043ertail.example"],
  ])("and what only looks like it is flagged: %s", (_name, text, host) => {
    expect(readLink(text)).toMatchObject({ host, isAscii: false });
  });

  it("numbers are hosts too", () => {
    expect(readLink("http://127.0.0.1:8080/x")).toMatchObject({ host: "127.0.0.1", port: "8080" });
    expect(readLink("http://[2001:DB8::1]:80/")).toMatchObject({ host: "[2001:db8::1]", port: "80" });
  });

  it.each([
    "",
    "   ",
    "bonjour",
    "https://",
    "https://@",
    "https://exa mple.fr",
    "https://portail..example",
    "https://portail.example:80a",
    "https://portail.example%40evil.example",
    "https://portail%2",
    "javascript:alert(1)",
    "mailto:nadia@portail.example",
    "data:text/html,x",
  ])("what opens no site is no link: %s", (text) => {
    expect(readLink(text)).toBeUndefined();
  });

  it("and neither is a page of text", () => {
    expect(readLink(`https://${"a".repeat(5000)}.example`)).toBeUndefined();
  });

  it("agrees with a browser's own reading, where it reads something", () => {
    const sign = fc.constantFrom(..."abz09.-@:/\\?#%[] \t\u00e9\u200bA".split(""), "portail.example", "evil.example", "//");
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const text = `https://${signs.join("")}`;
        const ours = readLink(text);
        if (ours?.isAscii !== true || !URL.canParse(text.trim())) return;
        const url = new URL(text.trim());
        if (/^[\d.]+$/.test(url.hostname)) return;
        expect(ours.host).toBe(url.hostname.replace(/\.$/, ""));
        if (url.username !== "" || url.password !== "") expect(ours.hasUserInfo).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
