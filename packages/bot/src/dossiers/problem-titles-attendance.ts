/** Codes of attendance, in a few words. */
export const attendanceTitles = {};
