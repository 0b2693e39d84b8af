export const billingSamples = {};
