import { createServer } from "node:http";
import { type Element, element, writeXml } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { readLheo } from "../../../packages/bot/src/files/lheo.js";
import { readXml } from "../../../packages/bot/src/files/xml.js";
import { today } from "../../examples/index.js";

const open = '<lheo xmlns="http://lheo.gouv.fr/2.3"><offres>';
const close = "</offres></lheo>";

async function read(content: string | Uint8Array) {
  const elements: Element[] = [];
  const start = process.cpuUsage();
  const result = await readXml(typeof content === "string" ? Buffer.from(content) : content, {
    path: ["lheo", "offres", "formation"],
    root: () => undefined,
    element: (one) => {
      elements.push(one);
      return undefined;
    },
  });
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(2000);
  return { elements, faults: result.ok ? [] : result.problems.map(({ code, params }) => ({ code, ...params })) };
}

describe("an XML document", () => {
  it("gives its elements one by one, with their lines, whatever the prefix", async () => {
    const text = `<l:lheo xmlns:l="urn:x">\n<l:offres><l:formation numero="1">\n<l:a>b &amp; c</l:a><![CDATA[ ]]></l:formation>\n<l:formation/></l:offres></l:lheo>`;
    const { elements, faults } = await read(text);
    expect(faults).toEqual([]);
    expect(elements.map(({ line, attributes }) => [line, attributes.get("numero")])).toEqual([
      [2, "1"],
      [4, undefined],
    ]);
    expect(elements[0]?.children).toMatchObject([{ name: "a", text: "b & c", line: 3 }]);
  });

  it.each([
    ["UTF-8", "", "utf8"],
    ["UTF-8 with a mark", "\ufeff", "utf8"],
    ["ISO-8859-1", '<?xml version="1.0" encoding="ISO-8859-1"?>', "latin1"],
    ["Windows-1252", "<?xml version='1.0' encoding='windows-1252'?>", "latin1"],
    ["UTF-16", '\ufeff<?xml version="1.0" encoding="UTF-16"?>', "utf16le"],
  ] as const)("is read in %s", async (_, head, encoding) => {
    const { elements, faults } = await read(Buffer.from(`${head}${open}<formation>Été</formation>${close}`, encoding));
    expect([faults, elements[0]?.text]).toEqual([[], "Été"]);
  });

  it.each([
    ["UTF-8 that is not", Buffer.from(`${open}\n<formation>Été</formation>${close}`, "latin1"), 2],
    [
      "UTF-8 that calls itself Latin",
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${open}<formation>Été</formation>${close}`),
      1,
    ],
    ["UTF-16 that is not", Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${open}${close}`), 1],
    ["an encoding nobody knows", Buffer.from(`<?xml version="1.0" encoding="EBCDIC-FR"?>${open}${close}`), 0],
    ["Latin with a mark of UTF-8", Buffer.from(`\ufeff<?xml version="1.0" encoding="ISO-8859-1"?>${open}${close}`), 1],
    ["UTF-8 that is not, far away", Buffer.concat([Buffer.from(`${open}${"é\n".repeat(500_000)}`), Buffer.from("é\n", "latin1")]), 500_001],
  ])("is refused in %s", async (_, bytes, line) => {
    expect((await read(bytes)).faults).toMatchObject([{ code: "file.encoding", line }]);
  });

  it.each([
    ["cut", `${open}\n<formation>`, { code: "xml.not-well-formed", fault: "cut", line: 2 }],
    ["cut inside a tag", `${open}<form`, { code: "xml.not-well-formed", fault: "cut" }],
    ["crossed", `${open}<formation></offres></lheo>`, { code: "xml.not-well-formed", fault: "mismatched" }],
    ["empty", " ", { code: "xml.not-well-formed", fault: "cut" }],
    ["an unknown entity", `${open}<formation>&nbsp;</formation>${close}`, { code: "xml.not-well-formed", fault: "unknown-entity" }],
    ["no XML", "Référence;Intitulé", { code: "xml.not-well-formed", fault: "malformed" }],
    ["binary", "<a>\u0000</a>", { code: "file.not-text" }],
    ["deep", "<a>".repeat(100_000), { code: "file.beyond-limits", limit: "depth" }],
    [
      "with a million attributes",
      `${open}<formation ${Array.from({ length: 300_000 }, (_, n) => `a${n}="1"`).join(" ")}/>${close}`,
      { limit: "attributes" },
    ],
    ["with a text of megabytes", `${open}<formation>${"x".repeat(5_000_000)}</formation>${close}`, { limit: "text" }],
    ["with an endless comment", `<!--${"-x".repeat(3_000_000)}-->${open}${close}`, { limit: "text" }],
    ["with an endless instruction", `<?p ${"x?".repeat(3_000_000)}?>${open}${close}`, { limit: "text" }],
    ["with an endless value", `${open}<formation a="${"&amp;".repeat(1_000_000)}"/>${close}`, { limit: "text" }],
    ["with endless entities", `${open}<formation>${"&amp;".repeat(1_000_000)}</formation>${close}`, { limit: "text" }],
    ["with a text cut by endless comments", `${open}<formation>${"x<!---->".repeat(400_000)}</formation>${close}`, { limit: "elements" }],
    ["with endless elements", `${open}<formation>${"<a/>".repeat(400_000)}</formation>${close}`, { limit: "elements" }],
  ])("is refused: %s", async (_, text, fault) => {
    expect((await read(text)).faults).toMatchObject([fault]);
  });

  it.each([
    ["billion laughs", '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">', "&c;"],
    ["quadratic blowup", `<!ENTITY a "${"x".repeat(100_000)}">`, "&a;".repeat(10_000)],
    ["parameter entities", '<!ENTITY % p SYSTEM "file:///etc/passwd">%p;', ""],
  ])("that declares entities is refused: %s", async (_, declared, text) => {
    const { elements, faults } = await read(`<!DOCTYPE lheo [${declared}]>${open}<formation>${text}</formation>${close}`);
    expect([elements, faults]).toMatchObject([[], [{ code: "xml.declaration-refused", line: 1 }]]);
  });

  it("never asks anybody for anything", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end("<!ENTITY x 'y'>");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/lheo.dtd`;
    const external = await read(`<!DOCTYPE lheo [<!ENTITY x SYSTEM "${url}">]>${open}<formation>&x;</formation>${close}`);
    expect(external.faults).toMatchObject([{ code: "xml.declaration-refused" }]);
    const named = await read(
      `<!DOCTYPE lheo SYSTEM "${url}">\n<?xml-stylesheet href="${url}"?><lheo xmlns="${url}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${url} ${url}"><offres><formation/></offres></lheo>`,
    );
    expect([named.faults, named.elements]).toMatchObject([[], [{ name: "formation" }]]);
    await new Promise((later) => setTimeout(later, 50));
    server.close();
    expect(asked).toBe(0);
  });

  it("names nothing that every object has", async () => {
    const { elements } = await read(
      `${open}<formation __proto__="a" constructor="b"><__proto__ polluted="1">x</__proto__></formation>${close}`,
    );
    expect(elements[0]?.attributes.get("__proto__")).toBe("a");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("is written so that it reads the same", async () => {
    const text = 'Été & <b> "q" ]]>\r\n\té\u{1F600}';
    const written = writeXml(element("lheo", [element("offres", [element("formation", text, { numero: 'a"<\n&' })])]));
    const { elements } = await read(written);
    expect([elements[0]?.text, elements[0]?.attributes.get("numero")]).toEqual([text, 'a"<\n&']);
  });

  it("lets others be answered while it is read", async () => {
    const text = `${open}${"<formation><a>texte</a></formation>".repeat(50_000)}${close}`;
    let [turns, isOver] = [0, false];
    const tick = () => {
      turns += 1;
      if (!isOver) setImmediate(tick);
    };
    setImmediate(tick);
    await readXml(Buffer.from(text), { path: ["lheo", "offres", "formation"], root: () => undefined, element: () => undefined });
    isOver = true;
    expect(turns).toBeGreaterThan(3);
  });
});

describe("a catalogue of too many sessions", () => {
  it("is refused when one formation holds them", async () => {
    const sessions = Array.from({ length: 12_000 }, (_, rank) => `<session numero="S-${rank}"/>`).join("");
    const file = await readLheo(Buffer.from(`${open}<formation><action>${sessions}</action></formation>${close}`), { today, taxed: false });
    expect(file).toMatchObject({ ok: false, problems: [{ code: "file.beyond-limits", params: { limit: "sessions", line: 1 } }] });
  });

  it("keeps twenty problems of each faulty one, and those of the first two thousand", async () => {
    const faulty = `<action>${"<code-public-vise/>".repeat(30)}${'<session numero="S"/>'.repeat(2_100)}</action>`;
    const file = await readLheo(Buffer.from(`${open}<formation>${faulty}</formation>${close}`), { today, taxed: false });
    const counts = file.ok ? file.value.entries.map(({ problems }) => problems.length) : [];
    expect([counts.length, Math.max(...counts), counts.filter((count) => count > 0).length]).toEqual([2_100, 20, 2_000]);
    expect(file.ok && file.value.entries[0]?.problems.some(({ severity }) => severity === "error")).toBe(true);
  });
});

describe("a file that is no catalogue", () => {
  it.each([
    ["another XML", "<html/>", "lheo.not-lheo"],
    ["another version", '<lheo xmlns="http://www.lheo.org/1.3"/>', "lheo.version-unknown"],
    ["no version", "<lheo><offres/></lheo>", "lheo.version-unknown"],
    ["nothing in it", `${open}${close}`, "lheo.element-missing"],
  ])("is refused: %s", async (_, text, code) => {
    const file = await readLheo(Buffer.from(text), { today, taxed: false });
    expect(file.ok ? [] : file.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
