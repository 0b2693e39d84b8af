import { Cron } from "croner";
import type { NoticePorts } from "./notice.js";
import { planner } from "./plan.js";
import { sendDue } from "./send.js";

export interface NoticeLoop {
  /** Begins nothing new and waits a little for what is under way; what it could not say is said after the next start. */
  stop(): Promise<void>;
}

/** Tells people what is due: at once, then every minute unless said; never twice at the same time. */
export function startNotices(ports: NoticePorts, pattern = "* * * * *"): NoticeLoop {
  let stopping = false;
  let running: Promise<void> | undefined;
  const tick = noticeTick(ports, () => stopping);
  const job = new Cron(pattern, { protect: true, unref: true }, () => {
    running = tick();
    return running;
  });
  void job.trigger();
  return {
    stop: async () => {
      stopping = true;
      job.stop();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
    },
  };
}

const patienceMs = 3000;

/** One turn: plan, then send. Never rejects: what fails is logged, and comes at the next. */
export function noticeTick(ports: NoticePorts, isOver: () => boolean = () => false): () => Promise<void> {
  const plan = planner(ports);
  return async () => {
    try {
      await plan(ports.clock());
      await sendDue(ports, isOver);
    } catch (error) {
      ports.log.error(error, {}, "notices failed");
    }
  };
}
