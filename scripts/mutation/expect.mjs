// vitest's `expect` without vitest's worker: its own assertions, and its three snapshots that are only compared.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import { format, plugins } from "@vitest/pretty-format";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.getState = () => getState(expect);
expect.setState = (state) => setState(state, expect);
globalThis[GLOBAL_EXPECT] = expect;
expect.setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null, environment: "node" });

expect.extend(expect, {
  toMatchFileSnapshot(text, file) {
    return told(text, readFileSync(join(dirname(expect.getState().testPath), file), "utf8"));
  },
  toMatchInlineSnapshot(value, inline) {
    const shape = { plugins: Object.values(plugins), escapeString: false, printBasicPrototype: false, printFunctionName: false };
    return told(unindented(format(value, shape)), unindented(inline));
  },
});

function told(received, expected) {
  return { pass: received === expected, message: () => "differs from its snapshot", actual: received, expected };
}

function unindented(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
