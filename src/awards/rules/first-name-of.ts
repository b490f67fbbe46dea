/** The first of a person's names, for a greeting: as the person writes it, up to the first space. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name
