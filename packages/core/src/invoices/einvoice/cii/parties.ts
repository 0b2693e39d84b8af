import { schemes } from "../codes.js";
import type { ElectronicAddress, ElectronicBuyer, ElectronicSeller } from "../electronic-invoice.js";
import type { CiiContent, CiiText } from "./schema.js";

export function sellerParty(seller: ElectronicSeller): CiiContent<"Party"> {
  const { contact, vatNumber } = seller;
  return {
    ...party(seller),
    GlobalID: identifier(seller.siret, schemes.siret),
    Description: seller.legalInfo,
    DefinedTradeContact: contact && {
      PersonName: contact.name,
      TelephoneUniversalCommunication: contact.phone === undefined ? undefined : { CompleteNumber: contact.phone },
      EmailURIUniversalCommunication: contact.email === undefined ? undefined : { URIID: contact.email },
    },
    SpecifiedTaxRegistration: {
      ID: vatNumber === undefined ? identifier(seller.siren, schemes.fiscal) : identifier(vatNumber, schemes.vat),
    },
  };
}

export function buyerParty(buyer: ElectronicBuyer): CiiContent<"Party"> {
  const ids = [identifier(buyer.siret, schemes.siret), identifier(buyer.serviceCode, schemes.serviceCode)];
  return {
    ...party(buyer),
    GlobalID: ids.filter((id) => id !== undefined),
    SpecifiedTaxRegistration: buyer.vatNumber === undefined ? undefined : { ID: identifier(buyer.vatNumber, schemes.vat) },
  };
}

function party({ name, siren, electronicAddress, address }: ElectronicSeller | ElectronicBuyer): CiiContent<"Party"> {
  return {
    Name: name,
    SpecifiedLegalOrganization: siren === undefined ? undefined : { ID: identifier(siren, schemes.siren) },
    PostalTradeAddress: postal(address),
    URIUniversalCommunication:
      electronicAddress === undefined ? undefined : { URIID: identifier(electronicAddress, schemes.electronicAddress) },
  };
}

function postal({ lines, postalCode, city, country }: ElectronicAddress): CiiContent<"Address"> {
  const [one, two, three] = lines;
  return { PostcodeCode: postalCode, LineOne: one, LineTwo: two, LineThree: three, CityName: city, CountryID: country };
}

function identifier(value: string, schemeID: string): CiiText;
function identifier(value: string | undefined, schemeID: string): CiiText | undefined;
function identifier(value: string | undefined, schemeID: string): CiiText | undefined {
  return value === undefined ? undefined : { text: value, attributes: { schemeID } };
}
