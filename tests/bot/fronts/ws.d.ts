/** The little of `ws` that the loopback server uses. */
declare module "ws" {
  import type { Server } from "node:http";
  export interface WebSocket {
    on(event: "message", listener: (data: Buffer) => void): void;
    on(event: "close", listener: () => void): void;
    send(text: string): void;
    terminate(): void;
  }
  export class WebSocketServer {
    constructor(options: { readonly server: Server });
    on(event: "connection", listener: (socket: WebSocket) => void): void;
    readonly clients: Set<WebSocket>;
    close(): void;
  }
}
