import {
  type Appointment,
  appointmentKindLabels,
  appointmentStatusLabels,
  appointmentWayLabels,
  clockAt,
  formatDay,
  type Instant,
  type Label,
  type Language,
  laterBy,
  sentenceCase,
  weekdayLabels,
  weekdayOf,
} from "@kairos/core";
import type { InputOf, Option, Options } from "../option.js";
import { both } from "../reply.js";

export function titleOf({ reference, kind, status }: Appointment): Label {
  return both((language) => {
    const head = language === "fr" ? "Rendez-vous" : "Appointment";
    return `${head} ${reference} · ${appointmentKindLabels[kind][language]} · ${appointmentStatusLabels[status][language]}`;
  });
}

/** `lundi 30/11/2026, 10:00 → 10:45` */
export function whenOf({ startsAt, minutes }: Pick<Appointment, "startsAt" | "minutes">, zone: string): Label {
  const { day, time } = clockAt(startsAt, zone);
  return both((language) => `${dayWords(day, language)}, ${time} → ${clockAt(laterBy(startsAt, minutes), zone).time}`);
}

/** `lundi 30/11/2026` */
export function dayWords(day: string, language: Language): string {
  return `${weekdayLabels[weekdayOf(day)]?.[language] ?? ""} ${formatDay(day, language)}`;
}

/** `sur place · 12 rue des Chantiers · salle A 2` */
export function whereOf({ way, place, room }: Pick<Appointment, "way" | "place" | "room">): Label {
  return both((language) =>
    [appointmentWayLabels[way][language], place, room && `${language === "fr" ? "salle" : "room"} ${room}`].filter(Boolean).join(" · "),
  );
}

export function summaryOf(appointment: Appointment, zone: string): Label {
  const [when, where] = [whenOf(appointment, zone), whereOf(appointment)];
  return both((language) => `${sentenceCase(when[language])} · ${where[language]}`);
}

/** `30/11 à 10:00`, for a button. */
export function shortWhen(startsAt: Instant, zone: string): Label {
  const { day, time } = clockAt(startsAt, zone);
  return both((language) => {
    const weekday = (weekdayLabels[weekdayOf(day)]?.[language] ?? "").slice(0, 3);
    return language === "fr" ? `${weekday}. ${formatDay(day).slice(0, 5)} à ${time}` : `${weekday} ${day.slice(5)} at ${time}`;
  });
}

/** What was given, as people type it in French, under the French names. */
export function typedOptions<O extends Options>(options: O, input: Partial<InputOf<O>>): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, unknown>> = input;
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, option]) => {
      const text = values[key] === undefined ? undefined : written(option, values[key]);
      return text === undefined ? [] : [[option.words.fr[0], text]];
    }),
  );
}

/** A choice by its French label, anything else as the option writes it. */
function written({ choices, write }: Option, value: unknown): string | undefined {
  return choices?.find((one) => one.value === value)?.label.fr ?? write?.(value as never);
}

/** A command as it is typed: values that would read otherwise are quoted. */
export function typedCommand(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const options = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}:${quoted(value)}`]));
  return `/${path}${options.join("")}`;
}

function quoted(value: string): string {
  return /^["'“«]|\s\p{L}[\p{L}\p{M}\d_-]*:/u.test(value) ? `"${value.replace(/[\\"]/g, "\\$&")}"` : value;
}
