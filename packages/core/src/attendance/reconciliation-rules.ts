export const reconciliationRules = {};
