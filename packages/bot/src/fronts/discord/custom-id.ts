/** What a component does. Each kind has a version, so that a change of meaning makes the old ones expire kindly. */
const versions = { confirm: 1, cancel: 1, publish: 1, step: 1, page: 1, open: 1, form: 1, finish: 1, drop: 1 } as const;

export type ComponentKind = keyof typeof versions;

/** What a component says of itself: `kind:version:id[:detail]`. All else is in the database. */
export interface CustomId {
  readonly kind: ComponentKind;
  /** Of the answer or the draft it belongs to. */
  readonly id: string;
  /** A page, a step, the rank of a move. */
  readonly detail: number;
}

export function customId(kind: ComponentKind, id: string, detail = 0): string {
  return `${kind}:${versions[kind]}:${id}:${detail}`;
}

/** Nothing when it is not one of ours, or of another version. */
export function readCustomId(text: string): CustomId | undefined {
  const [, kind = "", version, id = "", detail = "0"] = /^([a-z]+):(\d+):([\w.-]{1,80})(?::(\d{1,4}))?$/.exec(text) ?? [];
  if (!isKind(kind) || Number(version) !== versions[kind]) return undefined;
  return { kind, id, detail: Number(detail) };
}

function isKind(text: string): text is ComponentKind {
  return Object.hasOwn(versions, text);
}
