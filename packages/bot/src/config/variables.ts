import type { Label } from "@kairos/core";
import * as z from "zod";

/** Every variable that is read, and what it accepts. */
export const schema = z.object({
  KAIROS_DATA: z.string().max(1000).optional(),
  KAIROS_LANG: z.enum(["fr", "en"]).optional(),
  KAIROS_AS: z.string().max(80).optional(),
  KAIROS_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).optional(),
  KAIROS_HEALTH_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .optional(),
  KAIROS_HEALTH_HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/)
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_URL_FILE: z.string().optional(),
  DISCORD_TOKEN: z.string().regex(/^\S+$/).optional(),
  DISCORD_TOKEN_FILE: z.string().optional(),
  DISCORD_API: z.url({ protocol: /^https?$/ }).optional(),
  DISCORD_CDN: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^:]+:\/\/[^/?#@]+\/?$/)
    .transform((address) => new URL(address).origin)
    .optional(),
  DISCORD_GUILDS: z
    .string()
    .regex(/^\d{15,20}(?:[\s,]+\d{15,20})*$/)
    .transform((list) => list.split(/[\s,]+/))
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(/^\d{1,4}(?:,\d{1,4})*\/\d{1,4}$/)
    .transform((text) => {
      const [ids = "", count] = text.split("/");
      return { ids: [...new Set(ids.split(",").map(Number))], count: Number(count) };
    })
    .refine(({ ids, count }) => ids.every((id) => id < count))
    .optional(),
});
export type Variable = keyof typeof schema.shape;

/** What each variable accepts, said when it is wrong; the value itself is never repeated. */
export const sentences: Readonly<Record<Variable, Label>> = {
  KAIROS_DATA: { fr: "KAIROS_DATA est le dossier des données : kairos-data.", en: "KAIROS_DATA is the data folder: kairos-data." },
  KAIROS_LANG: { fr: "KAIROS_LANG vaut fr ou en.", en: "KAIROS_LANG is fr or en." },
  KAIROS_AS: {
    fr: "KAIROS_AS est le nom d'une personne, 80 caractères au plus.",
    en: "KAIROS_AS is the name of a person, at most 80 characters.",
  },
  KAIROS_LOG: { fr: "KAIROS_LOG vaut silent, error, warn, info ou debug.", en: "KAIROS_LOG is silent, error, warn, info or debug." },
  KAIROS_HEALTH_PORT: {
    fr: "KAIROS_HEALTH_PORT est un port, de 1 à 65535 : 8080.",
    en: "KAIROS_HEALTH_PORT is a port, from 1 to 65535: 8080.",
  },
  KAIROS_HEALTH_HOST: {
    fr: "KAIROS_HEALTH_HOST est une adresse de cette machine : 127.0.0.1, ou 0.0.0.0 pour toutes.",
    en: "KAIROS_HEALTH_HOST is an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them.",
  },
  DATABASE_URL: {
    fr: "DATABASE_URL est l'adresse d'une base PostgreSQL : postgres://kairos:motdepasse@serveur/kairos. Sans elle, les données sont dans un fichier SQLite.",
    en: "DATABASE_URL is the address of a PostgreSQL database: postgres://kairos:password@server/kairos. Without it, data is in a SQLite file.",
  },
  DATABASE_URL_FILE: {
    fr: "DATABASE_URL_FILE désigne un fichier absent, illisible, vide, ou qui ne contient pas une seule adresse postgres://.",
    en: "DATABASE_URL_FILE points at a file that is missing, unreadable, empty, or that holds anything but one postgres:// address.",
  },
  DISCORD_TOKEN: {
    fr: "DISCORD_TOKEN contient un espace ou un retour à la ligne : recopiez le jeton depuis le portail des développeurs de Discord.",
    en: "DISCORD_TOKEN holds a blank: copy the token again from Discord's developer portal.",
  },
  DISCORD_TOKEN_FILE: {
    fr: "DISCORD_TOKEN_FILE désigne un fichier absent, illisible ou vide.",
    en: "DISCORD_TOKEN_FILE points at a file that is missing, unreadable or empty.",
  },
  DISCORD_API: {
    fr: "DISCORD_API est une adresse http(s), réservée aux essais.",
    en: "DISCORD_API is an http(s) address, for tests only.",
  },
  DISCORD_CDN: {
    fr: "DISCORD_CDN est une origine http(s) sans chemin, réservée aux essais.",
    en: "DISCORD_CDN is an http(s) origin without a path, for tests only.",
  },
  DISCORD_SHARDS: {
    fr: "DISCORD_SHARDS dit quelles parts ce processus prend, et combien il y en a : 0,1/4. Les parts vont de 0 à 3 s'il y en a 4.",
    en: "DISCORD_SHARDS says which shards this process takes, and how many there are: 0,1/4. Shards go from 0 to 3 when there are 4.",
  },
  DISCORD_GUILDS: {
    fr: "DISCORD_GUILDS est une liste d'identifiants de serveurs séparés par des virgules.",
    en: "DISCORD_GUILDS is a list of server ids separated by commas.",
  },
};
