/** What a file says of itself beside what pdfkit writes: properties, and the schema PDF/A asks for when they are not among its own. */
export interface MetadataSchema {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly {
    readonly name: string;
    readonly value: string;
    readonly type: "Text" | "Integer";
    readonly category: "internal" | "external";
    readonly description: string;
  }[];
}

/** PDF/UA-1. */
export const pdfUa: MetadataSchema = {
  name: "PDF/UA Universal Accessibility Schema",
  namespace: "http://www.aiim.org/pdfua/ns/id/",
  prefix: "pdfuaid",
  properties: [
    {
      name: "part",
      value: "1",
      type: "Integer",
      category: "internal",
      description: "Indicates, which part of ISO 14289 standard is followed",
    },
  ],
};

/** One description a schema, then all the schemas in one bag: a property may be said once only. */
export function metadataOf(schemas: readonly MetadataSchema[]): string {
  return `${schemas.map(propertiesOf).join("")}
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag>${schemas.map(schemaOf).join("")}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}

function propertiesOf({ prefix, namespace, properties }: MetadataSchema): string {
  const values = properties.map(({ name, value }) => `<${prefix}:${name}>${escapeXml(value)}</${prefix}:${name}>`);
  return `
<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${values.join("")}</rdf:Description>`;
}

function schemaOf({ name, namespace, prefix, properties }: MetadataSchema): string {
  const described = properties.map(
    (property) => `<rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>${property.name}</pdfaProperty:name>
      <pdfaProperty:valueType>${property.type}</pdfaProperty:valueType>
      <pdfaProperty:category>${property.category}</pdfaProperty:category>
      <pdfaProperty:description>${property.description}</pdfaProperty:description>
    </rdf:li>`,
  );
  return `<rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>${name}</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>${described.join("")}</rdf:Seq></pdfaSchema:property>
  </rdf:li>`;
}

/** Text as XML may hold it: escaped, without the characters XML refuses. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
