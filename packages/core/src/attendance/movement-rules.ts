export const movementRules = {};
