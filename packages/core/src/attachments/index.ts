export {
  type Attachment,
  type AttachmentKind,
  attachmentKindLabels,
  attachmentKinds,
  attachmentSchema,
  type MediaType,
} from "./attachment.js";
