import type { IsoDate, Label, Problem, Settings } from "@kairos/core";
import type { SettingValue } from "./setting-values.js";

/** The settings with a value in place, or why it cannot be. */
export type Applied = { readonly settings: object; readonly shown: Label } | { readonly problems: readonly Problem[] };

export interface Setting {
  readonly label: Label;
  readonly expects: Label;
  /** The settings with the typed value in place, and the value as it is shown; nothing when it cannot be read. */
  readonly apply: (settings: Settings, typed: string, today: IsoDate) => Applied | undefined;
}

export function setting<Value>(
  fr: string,
  en: string,
  { expects, read, show }: SettingValue<Value>,
  put: (settings: Settings, value: Value) => object,
): Setting {
  const apply: Setting["apply"] = (settings, typed, today) => {
    const found = read(typed, today);
    if (found === undefined || "problems" in found) return found;
    return { settings: put(settings, found.value), shown: show(found.value) };
  };
  return { label: { fr, en }, expects, apply };
}
