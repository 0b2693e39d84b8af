export const channelSamples = {};
