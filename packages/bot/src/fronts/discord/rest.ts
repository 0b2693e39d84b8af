import { DefaultRestOptions, type RESTOptions } from "discord.js";

/**
 * Asks again when a connection is cut before the answer: the library only does so for some of the ways it may be. Not what
 * would be said twice: a first answer and an edit are the same however often they arrive.
 */
async function patiently(...[url, init]: Parameters<RESTOptions["makeRequest"]>): ReturnType<RESTOptions["makeRequest"]> {
  const mayRepeat = init.method !== "POST" || /\/interactions\/\d+\/[^/]+\/callback/.test(url);
  for (let left = mayRepeat ? 3 : 0; ; left -= 1) {
    try {
      return await DefaultRestOptions.makeRequest(url, init);
    } catch (error) {
      if (left === 0 || !isCut(error) || init.signal?.aborted === true) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function isCut(error: unknown): boolean {
  const codes = [error, (error as { cause?: unknown }).cause].map((one) => (one as { code?: unknown } | undefined)?.code);
  return codes.some((code) => code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE" || code === "ECONNREFUSED");
}

/**
 * Answers to interactions are not part of Discord's fifty requests a second, and the library counts them in: beyond fifty
 * answers, people would wait behind one another. Each leaves a queue of its own, to be swept before there are thousands.
 */
export const patientRest: Partial<RESTOptions> = { globalRequestsPerSecond: 1000, handlerSweepInterval: 60_000, makeRequest: patiently };
