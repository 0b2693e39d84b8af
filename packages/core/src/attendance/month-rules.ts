export const monthRules = {};
