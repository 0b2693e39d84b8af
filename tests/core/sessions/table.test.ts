import { sessionColumns } from "@kairos/core";
import { expect, it } from "vitest";

it("the columns of a table of sessions are printed in docs/session-columns.md", async () => {
  const rows = sessionColumns.map(({ names, required }) => {
    const [name = "", ...others] = names;
    return `| \`${name}\` | ${required === true ? "oui" : ""} | ${others.join(", ")} |`;
  });
  const page = [
    "# Les colonnes d'un tableau de sessions",
    "",
    "Imprimé par les tests depuis `packages/core/src/sessions/table.ts`. La casse, les accents et l'ordre ne comptent pas ; le début d'un titre suffit quand",
    "il ne laisse pas de doute. Séparateur `;`, `,` ou tabulation ; UTF-8, UTF-16 ou Windows-1252. `/session exporter format:csv` donne un modèle.",
    "",
    "Jours : `07/12/2026`, `2026-12-07`. Heures : `70`, `70h30`, `70:30`, `70,5`. Montants : `1190,00`. Plusieurs valeurs dans une cellule : `a | b`.",
    "",
    "| Colonne | Obligatoire | Aussi lue sous les noms |",
    "| --- | :-: | --- |",
    ...rows,
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../../docs/session-columns.md");
});

it("no name stands for two columns", () => {
  const names = sessionColumns.flatMap((column) => column.names);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
