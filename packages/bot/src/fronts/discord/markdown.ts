import { withTimestamps } from "./days.js";

/** With its days as each reader writes them, when that fits. */
export function dated(text: string, most: number): string {
  const told = withTimestamps(text);
  return told.length <= most ? told : cut(text, most);
}

/** Nothing stored may become a mention, a link or a heading. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_~|[\]<]/g, "\\$&")
    .replace(/^([^\S\n]*)([#>-])/gm, "$1\\$2")
    .replace(/(https?):\/\//gi, "$1\\://");
}

/** As it is typed, and easy to copy. */
export function commandText(command: string): string {
  return `\`${command.replace(/`/g, "'")}\``;
}

/** At most so many letters, no sign in half. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff\\]$/, "")}…`;
}
