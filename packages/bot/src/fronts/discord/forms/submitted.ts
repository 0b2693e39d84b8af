import { ComponentType, type ModalData } from "discord.js";
import type { LoadedCommand } from "../../../command.js";
import { safeName } from "../../../files/safe-name.js";
import type { AnnouncedFile } from "../../../store/chat.js";
import { optionOf } from "../../shared/moves.js";
import { calledHere, type Submitting } from "../requests.js";
import { mentionOf } from "../typed.js";

/** What a step of a form says: texts by option, empty when a field was left blank, and the files sent. */
export interface Submitted {
  readonly values: Readonly<Record<string, string>>;
  readonly attachments: ReadonlyMap<string, AnnouncedFile>;
}

/** Reads the fields that the command has; the others are not ours. */
export function readSubmitted(interaction: Submitting, command: LoadedCommand): Submitted {
  const values: Record<string, string> = {};
  const attachments = new Map<string, AnnouncedFile>();
  for (const [name, field] of interaction.fields.fields) {
    if (optionOf(command, name) === undefined) continue;
    // The declarations promise a collection, though none comes when the field was left blank.
    const attachment = field.type === ComponentType.FileUpload ? field.attachments?.first() : undefined;
    if (attachment !== undefined) attachments.set(name, attachment);
    values[name] = attachment === undefined ? textOf(field, interaction) : safeName(attachment.name);
  }
  return { values, attachments };
}

function textOf(field: ModalData, interaction: Submitting): string {
  if (field.type === ComponentType.UserSelect) {
    const [id] = field.values;
    const user = id === undefined ? undefined : interaction.fields.resolved?.users?.get(id);
    return id === undefined ? "" : mentionOf(id, user && calledHere(user));
  }
  if ("value" in field && typeof field.value === "string") return field.value;
  return "values" in field && field.values !== undefined ? (field.values[0] ?? "") : "";
}
