/** The source that a person's own records have in the catalogue that the application shows. */
export const OWN_SOURCE = 'yours';

/**
 * What the id of an own product begins with. Ids of the catalogue are slugs, which never have two
 * hyphens in a row, so none of them, now or later, can be the same.
 */
export const OWN_PREFIX = 'my--';

export const isOwnProduct = (id: string): boolean => id.startsWith(OWN_PREFIX);
