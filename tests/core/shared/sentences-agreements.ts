export const agreementSamples = {};
