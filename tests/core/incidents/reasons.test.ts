import { type Answers, type Cause, type CauseId, causes, type DeskFacts } from "@kairos/core";
import { expect, it } from "vitest";
import { granted, quiet, refused, visibilities } from "./triage-facts.js";

/** What changes the reason of a cause. */
const reasons: readonly (readonly [CauseId, Answers, Partial<DeskFacts>])[] = [
  ["login-cache", { "other-browser": "works" }, {}],
  ["login-cache", { "other-browser": "not-tried" }, {}],
  ["login-other", {}, {}],
  ["login-other", { "other-browser": "same", "message-says": "wrong" }, {}],
  ["login-other", { "other-browser": "same", "message-says": "nothing" }, {}],
  ["account-dormant", {}, { idleDays: 120 }],
  ["account-locked", {}, {}],
  ["account-locked", {}, { idleDays: 0 }],
  ["blank-portal", {}, {}],
  ["blank-browser", { "other-browser": "works" }, {}],
  ["blank-browser", {}, {}],
  ["forbidden-right", { task: "quotes" }, { access: refused }],
  ["forbidden-right", { task: "something-else" }, { access: refused }],
  ["forbidden-right", {}, { access: refused }],
  ["forbidden-portal", {}, { access: granted }],
  ["forbidden-portal", {}, { access: refused }],
  ["forbidden-portal", {}, {}],
  ["session-not-exported", {}, { visibility: visibilities[1] }],
  ["session-not-exported", {}, {}],
  ["session-seen", {}, { visibility: visibilities[5] }],
  ["session-unsent", {}, {}],
  ["session-unsent", {}, { visibility: visibilities[0] }],
  ["session-late", {}, {}],
  ["session-late", {}, { visibility: visibilities[0] }],
  ["session-late", {}, { visibility: visibilities[4] }],
  ["session-too-soon", {}, {}],
  ["session-too-soon", {}, { visibility: visibilities[0] }],
  ["session-too-soon", {}, { visibility: visibilities[3] }],
  ["quote-uncertified", {}, { isCertified: false }],
  ["quote-uncertified", { "qualiopi-shown": "no" }, { isCertified: true }],
  ["quote-uncertified", { "qualiopi-shown": "no" }, {}],
  ["quote-session", {}, { visibility: visibilities[0] }],
  ["quote-session", {}, { visibility: visibilities[2] }],
  ["quote-session", {}, { visibility: visibilities[3] }],
  ["quote-portal", {}, { access: granted, isCertified: true }],
  ["quote-portal", {}, { access: granted }],
  ["quote-portal", {}, { isCertified: true }],
  ["quote-portal", {}, { access: refused, isCertified: true }],
  ["quote-status", {}, { quoteStatus: "refused" }],
  ["quote-candidate", {}, { quoteStatus: "awaiting-candidate" }],
  ["quote-candidate", { "candidate-approved": "no" }, {}],
  ["quote-candidate", { "candidate-approved": "unknown" }, {}],
  ["attendance-month", {}, { openMonths: ["2026-12"] }],
  ["attendance-month", {}, { openMonths: ["2026-11", "2026-12"] }],
  ["attendance-portal", {}, {}],
  ["attendance-portal", {}, { openMonths: [] }],
  ["unknown", {}, {}],
];

it("says why in both languages, by what is known and was answered", () => {
  const said = reasons.map(([cause, answers, desk]) => {
    const row: Cause = causes[cause];
    const { fr, en } = row.because({ symptom: row.symptom, answers, desk: { ...quiet, ...desk } });
    return `${cause}\n  ${fr}\n  ${en}`;
  });
  expect(said.join("\n")).toMatchInlineSnapshot(`
    "login-cache
      Cela marche en navigation privée : le compte va bien.
      It works in a private window: the account is sound.
    login-cache
      Un cache encombré suffit à refuser une connexion, et se vérifie avant d'écrire à qui que ce soit.
      A cluttered cache is enough to refuse a sign-in, and is checked before writing to anybody.
    login-other
      Rien n'a encore été dit de l'identifiant ni du navigateur.
      Nothing was said yet of the identifier or the browser.
    login-other
      L'identifiant est recopié de la lettre et Chrome, en navigation privée, fait pareil : il reste le mot de passe, ou le compte.
      The identifier is copied from the letter and Chrome, in a private window, does the same: what is left is the password, or the account.
    login-other
      Chrome, en navigation privée, fait pareil.
      Chrome, in a private window, does the same.
    account-dormant
      Ce bureau ne connaît aucun acte de vous depuis 120 jours ; dans le portail aussi, un compte qui ne sert pas peut devenir inactif.
      This desk knows no act of yours for 120 days; in the portal too, an account that is not used may become dormant.
    account-locked
      Rien ne dit que le compte soit resté sans servir.
      Nothing says that the account was left unused.
    account-locked
      Vous avez travaillé récemment dans ce bureau : le compte n'est sans doute pas resté sans servir.
      You worked in this desk lately: the account was most likely not left unused.
    blank-portal
      Chrome, en navigation privée, montre la même page blanche : ce n'est pas le navigateur.
      Chrome, in a private window, shows the same blank page: it is not the browser.
    blank-browser
      Cela marche dans Chrome, en navigation privée.
      It works in Chrome, in a private window.
    blank-browser
      Une page blanche vient le plus souvent du navigateur ; Chrome est conseillé.
      A blank page mostly comes from the browser; Chrome is advised.
    forbidden-right
      Le bureau ne vous connaît pas le droit « saisir un devis » : le portail non plus, sans doute.
      The desk knows you do not hold the right “enter a quote”: nor does the portal grant it, most likely.
    forbidden-right
      Le bureau ne vous connaît pas ce droit : le portail non plus, sans doute.
      The desk knows you do not hold this right: nor does the portal grant it, most likely.
    forbidden-right
      Le bureau ne vous connaît pas ce droit : le portail non plus, sans doute.
      The desk knows you do not hold this right: nor does the portal grant it, most likely.
    forbidden-portal
      Le bureau vous connaît ce droit ; c'est dans le portail qu'il manque.
      The desk knows this right of yours; it is in the portal that it is missing.
    forbidden-portal
      Une erreur 403 veut dire que le portail ne vous connaît pas le droit de faire cela.
      An error 403 means that the portal knows no right of yours to do that.
    forbidden-portal
      Une erreur 403 veut dire que le portail ne vous connaît pas le droit de faire cela.
      An error 403 means that the portal knows no right of yours to do that.
    session-not-exported
      D'après sa fiche dans le bureau : SIRET manquant ou faux, finie depuis plus de 30 jours.
      According to its record in the desk: missing or wrong SIRET, ended more than 30 days ago.
    session-not-exported
      D'après sa fiche dans le bureau : .
      According to its record in the desk: .
    session-seen
      Le bureau la note comme vue le 05/12/2026.
      The desk records it as seen on 2026-12-05.
    session-unsent
      Vous dites que la base régionale ne l'a pas transmise.
      You say that the regional base has not sent it.
    session-unsent
      Le bureau ne connaît aucun envoi de cette session.
      The desk knows no sending of this session.
    session-late
      Vous dites qu'elle est transmise depuis plus de deux semaines.
      You say that it was sent more than two weeks ago.
    session-late
      Vous dites qu'elle est transmise depuis plus de deux semaines.
      You say that it was sent more than two weeks ago.
    session-late
      D'après le jour de l'envoi, elle devait se voir le 06/12/2026 au plus tard.
      From the day it was sent, it should have shown by 2026-12-06.
    session-too-soon
      « Transmise » ne veut pas dire affichée : l'affichage suit l'envoi de plusieurs jours.
      “Sent” does not mean displayed: display follows sending by several days.
    session-too-soon
      « Transmise » ne veut pas dire affichée : l'affichage suit l'envoi de plusieurs jours.
      “Sent” does not mean displayed: display follows sending by several days.
    session-too-soon
      D'après le jour de l'envoi, elle devrait se voir le 09/12/2026 au plus tard.
      From the day it was sent, it should show by 2026-12-09.
    quote-uncertified
      Le portail ne laisse saisir un devis que si la certification se voit sous « Informations prestataire / Qualité » ; la fiche du bureau n'en a pas de valable aujourd'hui.
      The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”; the desk's record holds none in force today.
    quote-uncertified
      Le portail ne laisse saisir un devis que si la certification se voit sous « Informations prestataire / Qualité », et vous ne l'y voyez pas.
      The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”, and you do not see it there.
    quote-uncertified
      Le portail ne laisse saisir un devis que si la certification se voit sous « Informations prestataire / Qualité », et vous ne l'y voyez pas.
      The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”, and you do not see it there.
    quote-session
      Un devis se saisit sur une session affichée, et celle-ci n'est pas exportée.
      A quote is entered on a session that shows, and this one is not exported.
    quote-session
      Un devis se saisit sur une session affichée, et celle-ci n'est pas exportée.
      A quote is entered on a session that shows, and this one is not exported.
    quote-session
      Un devis se saisit sur une session affichée, et celle-ci est attendue le 09/12/2026 au plus tard.
      A quote is entered on a session that shows, and this one is expected by 2026-12-09.
    quote-portal
      Le bureau vous connaît le droit, et une certification valable : ce n'est pas là que cela bloque.
      The desk knows the right of yours, and a certification in force: that is not what holds it back.
    quote-portal
      Rien de ce que le bureau sait n'explique ce refus.
      Nothing that the desk knows explains this refusal.
    quote-portal
      Rien de ce que le bureau sait n'explique ce refus.
      Nothing that the desk knows explains this refusal.
    quote-portal
      Rien de ce que le bureau sait n'explique ce refus.
      Nothing that the desk knows explains this refusal.
    quote-status
      Dans le bureau, il est « refusé par France Travail ».
      In the desk it is “refused by France Travail”.
    quote-candidate
      Tant qu'il n'a pas validé dans son espace France Travail, personne n'étudie le devis.
      Until they approve it in their France Travail space, nobody reviews the quote.
    quote-candidate
      Tant qu'il n'a pas validé dans son espace France Travail, personne n'étudie le devis.
      Until they approve it in their France Travail space, nobody reviews the quote.
    quote-candidate
      C'est la cause la plus fréquente : sans sa validation, personne n'étudie le devis.
      It is the most frequent cause: without their approval, nobody reviews the quote.
    attendance-month
      Dans le bureau, décembre 2026 n'est pas clôturé : des demi-journées manquent peut-être.
      In the desk, December 2026 is not closed: half-days may be missing.
    attendance-month
      Dans le bureau, novembre 2026, décembre 2026 ne sont pas clôturés : des demi-journées manquent peut-être.
      In the desk, November 2026, December 2026 are not closed: half-days may be missing.
    attendance-portal
      Rien de ce que le bureau sait n'explique ce refus.
      Nothing that the desk knows explains this refusal.
    attendance-portal
      Dans le bureau, aucun mois de cette session n'attend d'être clôturé.
      In the desk, no month of this session is waiting to be closed.
    unknown
      Rien de connu ne ressemble à ce qui est décrit.
      Nothing known looks like what is described."
  `);
});

it("says in English what docs/rules/incidents-triage.md says in French", () => {
  const said = Object.entries<Cause>(causes).map(
    ([id, { label, tries }]) => `${id}: ${label.en}\n  ${tries.map(({ en }) => en).join("\n  ")}`,
  );
  expect(said.join("\n")).toMatchInlineSnapshot(`
    "login-blocked: the account is blocked or dormant
      Do not try to sign in again: repeated refusals may block an account.
      Ask the account manager (RGC) whether the account and its access grant are still active.
    login-identifiers: the identifier or the password is mistyped
      Copy the identifier from France Travail's letter, without blanks, caps lock off.
      Type the password yourself: the browser sometimes keeps an old one.
      Clear the portal's cache and cookies, close every window of the browser, then sign in again.
    login-cache: the browser keeps an old sign-in
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
      Clear the portal's cache and cookies, close every window of the browser, then sign in again.
    login-other: the account itself is to be checked
      Do not try to sign in again: repeated refusals may block an account.
      Ask the account manager (RGC) whether the account and its access grant are still active.
    account-dormant: the account has not been used for long
      Do not try to sign in again: repeated refusals may block an account.
      Ask the account manager (RGC) whether the account and its access grant are still active.
    account-locked: too many refused attempts, or a suspended account
      Do not try to sign in again: repeated refusals may block an account.
      If these attempts are not yours, tell the account manager (RGC) at once: somebody else may have your password.
      Ask the account manager (RGC) whether the account and its access grant are still active.
    phishing: phishing, perhaps
      Do not click, do not reply, open no attachment.
      Have the desk check the link, without opening it.
      If a password was typed there, change it at once, from another computer, and tell the account manager (RGC).
    blank-portal: the portal does not answer as it should
      Try once more a little later.
      Ask a colleague, on another computer, what they see.
    blank-browser: the browser or its cache
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
      Clear the portal's cache and cookies, close every window of the browser, then sign in again.
    forbidden-right: the right is not granted
      Ask the account manager (RGC) for this right, and say for which job.
    forbidden-portal: the access grant is missing in the portal
      Sign out, sign in, try once more.
      Ask the account manager (RGC) to check your grant in GID Partenaires.
    other-browser: the browser or its cache
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
      Clear the portal's cache and cookies, close every window of the browser, then sign in again.
    unknown: unknown cause
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
      Clear the portal's cache and cookies, close every window of the browser, then sign in again.
    session-not-exported: the regional base's export leaves the session out
      Compare the desk's record with the Carif-Oref's: SIRET, dates, kind of action.
      Have the wrong one mended.
    session-seen: it has already been seen in the portal
      Look for it in the portal by its Carif-Oref number, without any other filter.
      Ask a colleague whether they see it: if they do, it is your search or your rights.
    session-unsent: it has not been sent yet
      Finish its sheet in the regional base and ask for it to be sent.
      Record the day it is sent in the desk: it will say when to expect it.
    session-late: it is exported and does not show
      Look for it in the portal by its Carif-Oref number, without any other filter.
    session-too-soon: it is not expected yet
      Wait: nothing can hasten the display. Record the day it was sent in the desk, it will say when to expect it.
    session-unknown: whether it is exported remains to be known
      Look at its sheet in the regional base: is it sent, and since which day?
      Not sent: see with the Carif-Oref. Sent long ago and invisible: write to the Kairos contact.
    quote-right: the right to enter a quote is missing
      Ask the account manager (RGC) for this right, and say for which job.
    quote-uncertified: the Qualiopi certification does not show
      Open the tab “Informations prestataire / Qualité” and look at the end date and the kind of action.
      Keep the certificate at hand: it is the document to show.
    quote-session: its session is not in the portal yet
      Follow its listing first: the quote comes once the session shows.
    quote-portal: the portal refuses the entry
      Have the desk check the quote, and mend what it points out.
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
    quote-review: France Travail is reviewing the request
      Ask the adviser where the request stands, with the quote's reference.
    quote-status: the quote awaits nothing from France Travail
      Read in the desk what comes next, and check that the portal says the same.
    quote-candidate: the candidate has not approved yet
      Call them: they approve in their France Travail space, not in Kairos.
      If they have approved, or do not see the quote, ask their adviser, with the reference.
    attendance-right: the right to declare attendance is missing
      Ask the account manager (RGC) for this right, and say for which job.
    attendance-month: the month is not ready to be declared
      Read the month's statement in the desk, enter what is missing, then try again in the portal.
    attendance-portal: the portal refuses the declaration
      Open the portal from your bookmark, in Chrome, in a private window (Ctrl + Shift + N).
      Clear the portal's cache and cookies, close every window of the browser, then sign in again."
  `);
});
