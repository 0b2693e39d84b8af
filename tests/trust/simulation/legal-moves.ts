type Moves = Readonly<Record<string, readonly string[]>>;

/** Written again by hand from `docs/workflows`, so that the tables of the product do not judge themselves. */
export const legalMoves = {
  quote: {
    nothing: ["draft"],
    draft: ["awaiting-candidate", "expired", "cancelled"],
    "awaiting-candidate": ["approved", "declined", "correction-requested", "draft", "expired", "cancelled"],
    approved: ["under-review", "correction-requested", "draft", "expired", "cancelled"],
    declined: ["draft", "cancelled", "closed"],
    "under-review": ["accepted", "refused", "correction-requested", "draft", "cancelled"],
    accepted: ["closed"],
    refused: ["draft", "closed"],
    "correction-requested": ["draft", "cancelled"],
    expired: ["draft", "cancelled", "closed"],
  },
  invoice: {
    nothing: ["draft"],
    // Paid beforehand, or whose deposits cover everything, an invoice is paid as it is issued.
    draft: ["discarded", "issued", "paid"],
    issued: ["deposited", "part-paid", "paid", "credited"],
    deposited: ["received", "rejected", "part-paid", "paid", "credited"],
    received: ["rejected", "part-paid", "paid", "credited"],
    rejected: ["deposited", "credited"],
    // The last payment taken back, an invoice stands where it stood before any.
    "part-paid": ["part-paid", "paid", "credited", "issued", "deposited", "received"],
    paid: ["part-paid", "credited", "issued", "deposited", "received"],
  },
  month: { nothing: ["open", "closed"], open: ["closed"], closed: ["reopened"], reopened: ["closed"] },
  incident: {
    nothing: ["draft", "complete"],
    draft: ["complete", "solved", "dropped"],
    complete: ["sent", "solved", "dropped"],
    sent: ["answered", "solved"],
    answered: ["solved"],
    solved: ["reopened"],
    reopened: ["complete", "solved", "dropped"],
    dropped: ["reopened"],
  },
  appointment: {
    nothing: ["proposed"],
    proposed: ["confirmed", "moved", "excused", "no-show", "done", "cancelled"],
    confirmed: ["moved", "excused", "no-show", "done", "cancelled"],
    moved: ["confirmed", "excused", "no-show", "done", "cancelled"],
    excused: ["moved", "cancelled"],
    "no-show": ["excused", "done"],
    done: ["no-show"],
  },
} as const satisfies Readonly<Record<string, Moves>> as Readonly<Record<"quote" | "invoice" | "month" | "incident" | "appointment", Moves>>;
