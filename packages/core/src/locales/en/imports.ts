import type { Sentences } from "../../catalogue.js";
import { importNatureLabels, type importRules, type lheoRules } from "../../sessions/index.js";

const schemaWhy = "The LHEO schema asks for it: a regional base would refuse the record.";
const askSource = "Correct the record in the tool that made the file, then export it again.";

/** Files of the national exchange format, and what becomes of an import, in English. */
export const importsEnglish: Sentences<keyof typeof lheoRules | keyof typeof importRules> = {
  "lheo.not-lheo": ({ root }) => ({
    what: `This XML is no LHEO catalogue: it begins with “${root}”.`,
    why: "Only a LHEO file (lheo, offres, formation) describes courses and sessions.",
    mend: "Ask your Carif-Oref or your software's maker for a LHEO 2.3 export.",
  }),
  "lheo.version-unknown": ({ namespace }) => ({
    what: `This version of LHEO is not read here: “${namespace.replace(/^[a-z]+:\/\//, "")}”.`,
    why: "Versions 2.3 (lheo.gouv.fr/2.3) and 2.2 (www.lheo.org/2.2) are read; another could be misunderstood.",
    mend: "Export the catalogue in LHEO 2.3.",
  }),
  "lheo.element-missing": ({ element, parent }) => ({ what: `“${element}” is missing in “${parent}”.`, why: schemaWhy, mend: askSource }),
  "lheo.element-repeated": ({ element, most, count }) => ({
    what: `“${element}” is there ${count} times; ${most} at most.`,
    why: "To keep a part of them would be to choose for you.",
    mend: askSource,
  }),
  "lheo.element-unknown": ({ element }) => ({
    what: `“${element}” does not belong there: it is not read.`,
    why: "The LHEO schema does not know it there; what it does not foresee goes into “extras”.",
    mend: "If this matters, complete the record after the import.",
  }),
  "lheo.element-misplaced": ({ element }) => ({
    what: `“${element}” is not in its place in the schema's order.`,
    why: "It is read all the same; a stricter regional base would refuse it.",
    mend: askSource,
  }),
  "lheo.attribute-missing": ({ element, attribute }) => ({
    what: `“${element}” has no “${attribute}” attribute.`,
    why: "It tells the edition of the Formacode: the same code changes meaning from one edition to another.",
    mend: askSource,
  }),
  "lheo.text-length": ({ element, least, most, length }) => ({
    what: `“${element}” has ${length} characters instead of ${least === most ? most : `${least} to ${most}`}.`,
    why: "The record would be cut or refused on its way.",
    mend: askSource,
  }),
  "lheo.code-unknown": ({ element, value, allowed }) => ({
    what: `“${value}” is not a code of “${element}”.`,
    why: `The codes are: ${allowed}.`,
    mend: askSource,
  }),
  "lheo.not-a-number": ({ element, value, most }) => ({
    what: `“${element}” takes a whole number from 0 to ${most}, not “${value}”.`,
    why: "Hours or places read wrongly would spoil the session and its quotes.",
    mend: askSource,
  }),
  "lheo.not-an-amount": ({ element, value }) => ({
    what: `“${value}” is not an amount that “${element}” lets us read without doubt.`,
    why: "An amount is not guessed.",
    mend: "Write it without a thousands separator and with two decimals: 1190.00.",
  }),
  "lheo.not-a-day": ({ element, value }) => ({
    what: `“${value}” is not a day that exists (“${element}”).`,
    why: "LHEO writes days as YYYYMMDD: 20261207 for 7 December 2026.",
    mend: askSource,
  }),
  "lheo.day-unknown": ({ element, value }) => ({
    what: `The day of “${element}” is not set: “${value}”.`,
    why: "A session without sure dates can have neither a schedule nor a quote.",
    mend: "Wait for the dates to be set, or complete them in the tool the file comes from.",
  }),
  "lheo.reference-missing": ({ element }) => ({
    what: `This “${element}” has no usable number (“numero” attribute).`,
    why: "Without a number, two imports of the same file would make duplicates.",
    mend: "Give it a number in the tool it comes from: letters, digits and dashes, 40 signs at most.",
  }),
  "lheo.course-unnumbered": () => ({
    what: "This course has no number: its sessions come without a course record.",
    why: "A course record is found by its number.",
    mend: "Create the course with /cours creer if you want to link it.",
  }),
  "lheo.only-first-kept": ({ element, count }) => ({
    what: `${count} “${element}” are given; only the first is kept.`,
    why: "The first is the main one; a quote names one only.",
    mend: "If another is the right one, correct the session after the import.",
  }),
  "lheo.hours-not-split": ({ total }) => ({
    what: `The ${total} h are not split between the centre, the company and remote.`,
    why: "The portal asks for that split when a quote is entered; it cannot be guessed.",
    mend: "Complete the hours with /session corriger after the import.",
  }),
  "lheo.price-with-tax": () => ({
    what: "The price in the file includes tax: it is not taken.",
    why: "Your establishment charges VAT, and a session keeps its price before tax.",
    mend: "Give the price before tax with /session corriger after the import.",
  }),
  "lheo.provider-incomplete": ({ missing }) => ({
    what: `The establishment's record lacks: ${missing.map((one) => missingNames[one] ?? one).join(", ")}.`,
    why: "LHEO asks for them in each course: without them the file would be refused.",
    mend: "Complete the establishment with /organisme completer, then try again.",
  }),
  "import.reference-twice": ({ reference, firstLine }) => ({
    what: `The reference ${reference} is already used on line ${firstLine} of this file.`,
    why: "A reference names one record only: which is right cannot be guessed.",
    mend: "Correct one of the two references in the file.",
  }),
  "import.other-establishment": ({ siret, expected }) => ({
    what: `This record is of another establishment (${siret}), not of ${expected}.`,
    why: "An import only writes into the establishment it is made for.",
    mend: "Import the file for that establishment (option establishment), or correct the SIRET.",
  }),
  "import.reference-elsewhere": ({ reference }) => ({
    what: `The reference ${reference} is already taken outside of this establishment.`,
    why: "A reference names one record only in the workspace.",
    mend: "Give the record of the file another reference.",
  }),
  "import.course-unknown": ({ course }) => ({
    what: `The course ${course}, on which this session depends, is neither in the file nor in the desk.`,
    why: "The session would be linked to nothing.",
    mend: "Create the course under this reference, or empty the “cours” column.",
  }),
  "import.nothing-sound": ({ leftOut }) =>
    leftOut === 0
      ? {
          what: "The table has nothing but its titles.",
          why: "Without one line at least, there is nothing to bring in.",
          mend: "Add a line for each session, then import it again.",
        }
      : {
          what: leftOut === 1 ? "The one record of the file cannot come in." : `None of the ${leftOut} records of the file can come in.`,
          why: `${leftOut === 1 ? "It" : "Each"} has at least one fault, told in the report.`,
          mend: "Correct the file after the report, then import it again.",
        },
  "import.faulty-entries": ({ reference, leftOut }) => ({
    what: `${leftOut} record${leftOut > 1 ? "s" : ""} of ${reference} cannot come in: nothing was done.`,
    why: "A file only comes in in part when you ask for it.",
    mend: "Correct the file and import it again, or bring in the sound records only (sound-only).",
  }),
  "import.wrong-status": ({ reference, status }) => ({
    what: `The import ${reference} ${statusSentences[status]}.`,
    why: "An import comes in once, and is undone once.",
    mend: status === "judged" ? "There is nothing to undo: nothing came in." : "To begin again, import the file again.",
  }),
  "import.other-nature": ({ reference, nature, command }) => ({
    what: `Import ${reference} is not one for this command: its file is of the nature “${importNatureLabels[nature].en}”.`,
    why: "A catalogue and an attendance record do not go to the same place.",
    mend: `Use ${command} reference:${reference}.`,
  }),
  "import.used-since": ({ reference, count, references }) => ({
    what: `${count} record${count > 1 ? "s" : ""} of ${reference} ${count > 1 ? "have" : "has"} been used or changed since: ${references.join(", ")}${count > references.length ? "…" : ""}.`,
    why: "Undoing would erase what was done since: quotes, schedules, appointments, corrections.",
    mend: "First undo what uses them, or keep these records (keep-used).",
  }),
};

const missingNames: Readonly<Record<string, string>> = {
  activityNumber: "the activity declaration number",
  address: "the address",
  postalCode: "a postcode of 5 digits",
};

const statusSentences = {
  judged: "has not been confirmed yet",
  "brought-in": "has already come in",
  undone: "was undone",
};
