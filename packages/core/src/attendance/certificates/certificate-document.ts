import type { CompletionCertificate } from "./certificate.js";

/** Certificates ready to be printed, a page each: the document only draws them. */
export interface CompletionCertificatesDocument {
  readonly kind: "completion-certificates";
  readonly session: string;
  readonly certificates: readonly CompletionCertificate[];
}

export function certificatesDocument(session: string, certificates: readonly CompletionCertificate[]): CompletionCertificatesDocument {
  return { kind: "completion-certificates", session, certificates };
}
