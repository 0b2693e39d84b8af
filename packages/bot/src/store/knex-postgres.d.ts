/** knex tells nothing of its dialects: what is used of this one. */
declare module "knex/lib/dialects/postgres/index.js" {
  import { Knex } from "knex";

  class PostgresClient extends Knex.Client {
    _query(connection: object, query: { sql: string; bindings?: readonly unknown[]; options?: object }): Promise<unknown>;
  }
  export = PostgresClient;
}

declare module "pg";
