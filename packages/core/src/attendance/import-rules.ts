export const attendanceImportRules = {};
