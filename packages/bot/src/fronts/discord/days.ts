/**
 * Days written in a text become timestamps, which each reader sees in their own words. Half past ten in UTC is the same
 * day from Polynesia to Wallis.
 */
export function withTimestamps(text: string): string {
  return text.replace(/(?<![\w/-])(?:(\d{2})\/(\d{2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?![\w/-])/g, (written, ...parts: string[]) => {
    const [day, month, year, isoYear, isoMonth, isoDay] = parts;
    return timestampOf(`${year ?? isoYear}-${month ?? isoMonth}-${day ?? isoDay}`) ?? written;
  });
}

/** `<t:…:d>` of a day, when it exists. */
function timestampOf(day: string): string | undefined {
  const instant = Date.parse(`${day}T10:30:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day ? undefined : `<t:${instant / 1000}:d>`;
}

/** How far an instant is, as each reader counts: « dans 14 minutes ». */
export function relative(instant: string): string {
  return `<t:${Math.floor(Date.parse(instant) / 1000)}:R>`;
}
