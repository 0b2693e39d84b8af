/** A page is a list of marks: layout decides them all, `write.ts` puts them on paper. */

export type Face = "regular" | "semibold";

export interface Style {
  readonly face: Face;
  readonly size: number;
  /** Height of one line. */
  readonly leading: number;
  readonly colour: string;
  /** Extra space between letters. */
  readonly tracking?: number;
}

/** What a text is, for whoever listens to the document. One object per paragraph or cell; parents make the tree. */
export interface Tag {
  readonly role: "H1" | "H2" | "P" | "L" | "LI" | "Lbl" | "LBody" | "Table" | "TR" | "TH" | "TD";
  readonly parent?: Tag;
  readonly scope?: "Column" | "Row";
  readonly colSpan?: number;
}

export interface TextMark {
  readonly text: string;
  readonly x: number;
  /** The baseline, from the top of the strip or page. */
  readonly y: number;
  readonly style: Style;
  /** None: decoration, which assistive tools skip. */
  readonly tag?: Tag;
  /** Degrees, counter-clockwise. */
  readonly angle?: number;
}

/** A filled rectangle; a rule is a thin one. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  /** A tint behind all else, the mark across the page included. */
  readonly isGround?: boolean;
}

export interface Marks {
  readonly texts: readonly TextMark[];
  readonly boxes: readonly Box[];
}

/** A band of the page that is never split. Marks are measured from its top. */
export interface Strip extends Marks {
  readonly height: number;
  /** Space above it, lost at the top of a page. */
  readonly gap: number;
  readonly keepWithNext?: boolean;
  /** Drawn again above this strip when it begins a page. */
  readonly heading?: Strip;
}

export interface Page extends Marks {
  readonly width: number;
  readonly height: number;
}
