export const sheetRules = {};
