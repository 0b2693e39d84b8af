/** Of `info`, on a value that the schema asks for and nobody said: what writes it so does not read it back. */
export const byDefault = "valeur par défaut";

/** Of `extras`, on what is ours: other readers pass over it. */
export const ownMark = "kairos";
