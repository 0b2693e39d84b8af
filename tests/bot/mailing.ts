import type { LoadedCommand } from "../../packages/bot/src/command.js";
import { cleanPicture } from "../../packages/bot/src/files/picture/clean.js";
import type { Options } from "../../packages/bot/src/option.js";
import { file, text } from "../../packages/bot/src/options.js";
import { done, refused } from "../../packages/bot/src/reply.js";

const options: Options = {
  picture: file({ fr: ["capture", "Capture d'écran"], en: ["screenshot", "Screenshot"] }, ["picture"]),
};
/** Keeps a screenshot, and hands it out by mail. */
export const sending: LoadedCommand = {
  noun: "essai",
  verb: "capture",
  path: "essai capture",
  words: { fr: ["capture", "Capture"], en: ["screenshot", "Screenshot"] },
  needs: "none",
  visibility: "private",
  example: "/essai capture capture:x.png",
  options,
  async run({ input, store }) {
    const { picture } = input as { readonly picture: Parameters<typeof cleanPicture>[0] };
    const cleaned = await cleanPicture(picture);
    if (!cleaned.ok) return refused(cleaned.problems);
    const digest = await store.files.put(cleaned.value.bytes);
    const attachments = [
      { fileName: "INC-2026-0001.txt", text: "Dossier\n" },
      { fileName: "INC-2026-0001-1.png", digest },
    ];
    return done({ mails: [{ fileName: "INC-2026-0001.eml", to: "aide@exemple.test", subject: "Écran", text: "Bonjour,", attachments }] });
  },
};
export const confidential: LoadedCommand = {
  ...sending,
  verb: "secret",
  path: "essai secret",
  example: "/essai secret",
  options: {},
  run: () =>
    Promise.resolve(
      done({
        mails: [{ fileName: "a.eml", subject: "A", text: "a", attachments: [{ fileName: "rib.txt", text: "FR76", confidential: true }] }],
      }),
    ),
};

/** The same from a message, with a form that asks the rest. */
export const picked: LoadedCommand = {
  ...sending,
  verb: "message",
  path: "essai message",
  example: "/essai message",
  menu: { on: "message", name: { fr: "Envoyer la capture", en: "Send the screenshot" }, fills: "picture" },
  form: [["words"], ["picture"]],
  options: { ...options, words: text({ fr: ["mots", "Mots"], en: ["words", "Words"] }) },
};
