import { childOf, childrenOf, type Element, element } from "../../shared/element.js";

/** A place in one line: `12 rue des Docks, 33000 Bordeaux`. */
export function readAddress(coordinates: Element | undefined): string | undefined {
  const address = childOf(coordinates, "adresse");
  const lines = [childOf(address, "denomination"), ...childrenOf(coordinates, "ligne"), ...childrenOf(address, "ligne")];
  const town = [childOf(address, "codepostal"), childOf(address, "ville")].map(textOf).filter((text) => text !== "");
  const parts = [...lines.map(textOf), town.join(" ")].filter((text) => text !== "" && text !== "-");
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** The inverse; nothing when a place ends without postcode and town and is too long for bare lines. */
export function writeCoordinates(place: string): Element | undefined {
  const [, before = "", postcode, town] = /^(?:(.*), )?(\d{5}) (\S.{0,49})$/su.exec(place) ?? [];
  if (postcode !== undefined && town !== undefined && !town.includes(", ")) {
    return element("coordonnees", [addressElement(before, postcode, town)]);
  }
  const lines = place.split(", ");
  return lines.length <= 3 && lines.every(fits)
    ? element(
        "coordonnees",
        lines.map((line) => element("ligne", line)),
      )
    : undefined;
}

/** An address whose first lines may be anything: what does not fit in lines stands in the name of the place. */
export function addressElement(before: string, postcode: string, town: string): Element {
  const lines = before.split(", ");
  const isLines = lines.length <= 4 && lines.every(fits);
  return element("adresse", [
    ...(isLines
      ? lines.map((line) => element("ligne", line))
      : [before === "" ? undefined : element("denomination", before), element("ligne", "-")]),
    element("codepostal", postcode),
    element("ville", town),
  ]);
}

function fits(line: string): boolean {
  return line.trim() !== "" && line !== "-" && [...line].length <= 50;
}

function textOf(element: Element | undefined): string {
  return element?.text.replace(/[ \t\r\n]+/g, " ").trim() ?? "";
}
