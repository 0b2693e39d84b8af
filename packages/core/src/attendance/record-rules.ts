export const recordRules = {};
