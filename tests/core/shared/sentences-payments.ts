export const paymentSamples = {};
