export const signInRules = {};
