import type { Period } from "../../../shared/calendar.js";
import { childrenOf, type Element, within } from "../../../shared/element.js";
import { schemes } from "../codes.js";
import type { ElectronicAddress, ElectronicBuyer, ElectronicSeller } from "../electronic-invoice.js";
import type { Lenient } from "../read-invoice.js";
import { type Fields, known, knownAtAll } from "./fields.js";

/** The SIREN stands as a legal identifier, or as the tax registration of whoever has no VAT number. */
export function readSeller(party: Element | undefined, fields: Fields): Lenient<ElectronicSeller> {
  const { text } = fields;
  const contact = within(party, "DefinedTradeContact");
  const registered = known({ legalInfo: text(party, "Description") });
  const person = knownAtAll({
    name: text(contact, "PersonName"),
    phone: text(contact, "TelephoneUniversalCommunication", "CompleteNumber"),
    email: text(contact, "EmailURIUniversalCommunication", "URIID"),
  });
  const fiscal = registration(party, schemes.fiscal);
  return { ...known({ siren: fiscal }), ...readParty(party, fields), ...registered, ...known({ contact: person }) };
}

export function readBuyer(party: Element | undefined, fields: Fields): Lenient<ElectronicBuyer> {
  return { ...readParty(party, fields), ...known({ serviceCode: globalId(party, schemes.serviceCode) }) };
}

export function readPeriod(element: Element | undefined, { day }: Fields): Partial<Period> | undefined {
  return knownAtAll({ startsOn: day(element, "StartDateTime"), endsOn: day(element, "EndDateTime") });
}

function readParty(party: Element | undefined, fields: Fields) {
  const legal = within(party, "SpecifiedLegalOrganization", "ID");
  const siren = legal?.attributes.get("schemeID") === schemes.siren ? fields.text(legal) : undefined;
  return {
    ...known({
      name: fields.text(party, "Name"),
      siret: globalId(party, schemes.siret),
      siren,
      electronicAddress: fields.text(party, "URIUniversalCommunication", "URIID"),
      vatNumber: registration(party, schemes.vat),
    }),
    address: readAddress(within(party, "PostalTradeAddress"), fields),
  };
}

function readAddress(address: Element | undefined, { text }: Fields): Lenient<ElectronicAddress> {
  const lines = ["LineOne", "LineTwo", "LineThree"].map((name) => text(address, name)).filter((line) => line !== undefined);
  const place = { postalCode: text(address, "PostcodeCode"), city: text(address, "CityName"), country: text(address, "CountryID") };
  return { lines, ...known(place) };
}

function globalId(party: Element | undefined, scheme: string): string | undefined {
  return identified(childrenOf(party, "GlobalID"), scheme);
}

function registration(party: Element | undefined, scheme: string): string | undefined {
  return identified(
    childrenOf(party, "SpecifiedTaxRegistration").flatMap((one) => childrenOf(one, "ID")),
    scheme,
  );
}

function identified(ids: readonly Element[], scheme: string): string | undefined {
  return ids.find(({ attributes }) => attributes.get("schemeID") === scheme)?.text.trim() || undefined;
}
