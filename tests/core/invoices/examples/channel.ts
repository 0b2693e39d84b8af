/** One broken example of each code, which gives that code and nothing else. */
export const channelExamples = {};
