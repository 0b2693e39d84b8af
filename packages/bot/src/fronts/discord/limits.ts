/** Discord's limits, named once. */
export const limits = {
  commands: 100,
  subCommands: 25,
  options: 25,
  choices: 25,
  name: 32,
  description: 100,
  choiceName: 100,
  choiceValue: 100,
  textOption: 6000,
  /** Letters of one command: names, descriptions and values together. */
  command: 8000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  embedFooter: 2048,
  embed: 6000,
  files: 10,
  fileBytes: 10 * 1024 * 1024,
} as const;
