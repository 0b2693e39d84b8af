export const certificateRules = {};
